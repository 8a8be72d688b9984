"""The endpoint in FastAPI, answering from a regular expression and storing nothing."""
import re
import socket
import sys

import uvicorn
from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict, Field

BUG = re.compile(r"\b(?:bug|error|crash\w*|broken|fail\w*|can't|doesn't)\b", re.I)
WISH = re.compile(r"\b(?:would be|could you add|wish|feature|please add)\b", re.I)


class Message(BaseModel):
    model_config = ConfigDict(extra="forbid")
    customer_id: str = Field(min_length=1, max_length=128)
    message: str = Field(min_length=1, max_length=10_000)
    product: str = Field(min_length=1, max_length=200)


app = FastAPI()


@app.post("/process-customer-message")
async def process(message: Message):
    text = message.message
    kind = "bug_report" if BUG.search(text) else "feature_request" if WISH.search(text) else "general_inquiry"
    return {"message_type": kind, "confidence_score": 0.5, "response_data": {}, "customer_response": "Thank you."}


if __name__ == "__main__":
    # uvicorn binds by itself: a socket handed over would keep Nagle's algorithm, and wait.
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="warning", access_log=False))
    started = server.startup

    async def startup(sockets=None):
        await started(sockets)
        print(f"listening on http://127.0.0.1:{port}", file=sys.stderr, flush=True)

    server.startup = startup
    server.run()
