// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals, assertMatch } from "@std/assert";

const { permissions, tasks } = JSON.parse(Deno.readTextFileSync("deno.json"));
const flags = (name: string) => Deno.readTextFileSync(`deploy/encoder/${name}`).trim();
const packagesOf = (lock: string) =>
  Object.keys(JSON.parse(Deno.readTextFileSync(lock)).npm).map((name) =>
    name.replace(/@[^@]+$/, "")
  );
const NATIVE = "onnxruntime-node";

for (const [command, lock] of [["serve", "deno.serve.lock"], ["run", "deno.run.lock"]] as const) {
  Deno.test(`${command} without the encoder fetches no native code and may load none`, () => {
    assertEquals(flags(`${command}.off`), `--lock=${lock} --permission-set=intake`);
    assertEquals(packagesOf(lock).includes(NATIVE), false);
    assertEquals("ffi" in permissions.intake, false);
  });

  Deno.test(`${command} with the encoder may do the same and load native code`, () => {
    assertEquals(flags(`${command}.on`), "--lock=deno.encoder.lock --permission-set=encoder");
    assertEquals(packagesOf("deno.encoder.lock").includes(NATIVE), true);
    assertEquals(permissions.encoder, { ...permissions.intake, ffi: true });
    const others = packagesOf(lock).filter((name) =>
      !packagesOf("deno.encoder.lock").includes(name)
    );
    assertEquals(others, []);
  });
}

for (const value of ["on", "maybe"]) {
  Deno.test(`deno task serve reads INTAKE_ENCODER=${value}`, async () => {
    const { stdout, code } = await new Deno.Command("deno", {
      args: ["task", "--quiet", "serve", "--help"],
      env: { INTAKE_ENCODER: value },
    }).output();
    assertEquals(code, 0);
    assertMatch(new TextDecoder().decode(stdout), /INTAKE_ENCODER/);
  });
}

Deno.test("every task that serves customers takes the flags", () => {
  for (const name of ["serve", "classify", "mcp"]) {
    assertMatch(tasks[name].command, /\$\(cat deploy\/encoder\/\w+\.\$INTAKE_ENCODER /, name);
  }
});
