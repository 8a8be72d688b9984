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
    lines = [json.loads(line) for line in response.text.splitlines()]
    return lines[0] if lines else {}
