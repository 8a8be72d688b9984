"""Writes NDJSON bodies: one JSON object a line, as the batch route reads them."""

import json

import schemathesis


@schemathesis.serializer("application/x-ndjson")
def ndjson(ctx, value):
    if isinstance(value, (bytes, bytearray)):
        return value
    return (json.dumps(value) + "\n").encode()


@schemathesis.deserializer("application/x-ndjson")
def ndjson_lines(ctx, response):
    # Only "\n" ends a line: splitlines() ends one at U+0085 too, which a letter may hold.
    lines = [json.loads(line) for line in response.text.split("\n") if line]
    return lines[0] if lines else {}
