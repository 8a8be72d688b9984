/**
 * The shipped nginx configuration, running in front of a service, for tests.
 *
 * @module
 */

/** A proxy that listens. */
export interface Nginx extends AsyncDisposable {
  /** "https://localhost:41234". */
  readonly origin: string;
  readonly port: number;
  /** The authority that its certificate comes from. */
  readonly certificate: string;
}

/** Debian keeps it where not everybody's PATH leads. */
const PROGRAM = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx"].find(exists);

/** Whether there is an nginx to run. */
export const NGINX_IS_HERE = PROGRAM !== undefined && exists("/usr/bin/openssl");

/** What the shipped file leaves to the `http` block around it. */
function around(folder: string, server: string): string {
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${folder}/${name};`).join("\n");
  return `user root;
daemon off;
pid ${folder}/pid;
error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  access_log off;
  ${paths}
  ${server}
}`;
}

/** Starts it in front of the service that listens on `servicePort`. */
export async function startNginx(servicePort: number): Promise<Nginx> {
  const folder = await Deno.makeTempDir();
  const port = freePort();
  const [key, certificate] = [`${folder}/privkey.pem`, `${folder}/fullchain.pem`];
  await run("/usr/bin/openssl", [
    ..."req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2".split(" "),
    ..."-subj /CN=localhost -addext subjectAltName=DNS:localhost -addext basicConstraints=CA:FALSE"
      .split(" "),
    ...["-keyout", key, "-out", certificate],
  ]);
  const server = Deno.readTextFileSync("deploy/nginx.conf")
    .replace("listen 443", `listen 127.0.0.1:${port}`)
    .replace("127.0.0.1:8000", `127.0.0.1:${servicePort}`)
    .replaceAll("/etc/ssl/intake", folder);
  await Deno.writeTextFile(`${folder}/nginx.conf`, around(folder, server));
  const settings = ["-c", `${folder}/nginx.conf`, "-p", folder, "-e", `${folder}/error.log`];
  await run(PROGRAM ?? "nginx", ["-t", "-q", ...settings]);
  const child = new Deno.Command(PROGRAM ?? "nginx", { args: settings, stderr: "null" }).spawn();
  while (!await listens(port)) await new Promise((resolve) => setTimeout(resolve, 10));
  return {
    origin: `https://localhost:${port}`,
    port,
    certificate: await Deno.readTextFile(certificate),
    async [Symbol.asyncDispose]() {
      child.kill("SIGTERM");
      await child.status;
      await Deno.remove(folder, { recursive: true });
    },
  };
}

async function run(program: string, args: string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command(program, { args }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}

async function listens(port: number): Promise<boolean> {
  try {
    (await Deno.connect({ hostname: "127.0.0.1", port })).close();
    return true;
  } catch {
    return false;
  }
}

function freePort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  listener.close();
  return listener.addr.port;
}

function exists(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}
