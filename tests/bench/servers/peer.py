"""What a team would build instead: FastAPI, pydantic, TF-IDF with logistic regression,
SQLite with one durable commit a request, and thin templates.

peer.py DATABASE TRAINING.jsonl
"""
import json
import socket
import sqlite3
import sys
import time

import uvicorn
from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict, Field
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

database, training = sys.argv[1:3]

with open(training, encoding="utf-8") as lines:
    rows = [json.loads(line) for line in lines if line.strip()]
model = make_pipeline(
    TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=1),
    LogisticRegression(max_iter=1000),
).fit([row["text"] for row in rows], [row["label"] for row in rows])

store = sqlite3.connect(database, isolation_level=None, check_same_thread=False)
store.executescript(
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
    "CREATE TABLE IF NOT EXISTS cases (id INTEGER PRIMARY KEY AUTOINCREMENT, created_at REAL,"
    " customer_id TEXT, message_type TEXT, confidence REAL, request TEXT, answer TEXT);"
    "CREATE INDEX IF NOT EXISTS cases_by_customer ON cases (customer_id);"
)

BUG = (
    "Thank you for telling us about this. We look into it under {id}, and you will hear from us when we know more."
)
WISH = "Thank you for the idea. We noted it as {id} and will weigh it with our next plans."
INQUIRY = "Thank you for your question. Somebody will come back to you soon."


class Message(BaseModel):
    model_config = ConfigDict(extra="forbid")
    customer_id: str = Field(min_length=1, max_length=128)
    message: str = Field(min_length=1, max_length=10_000)
    product: str = Field(min_length=1, max_length=200)


app = FastAPI()


def answer_of(message: Message, kind: str, confidence: float, number: int):
    title = message.message.split(".")[0][:80]
    if kind == "bug_report":
        ticket = {
            "id": f"BUG-{number}", "title": title, "severity": "Medium", "affected_component": message.product,
            "reproduction_steps": [], "priority": "Medium", "assigned_team": "Support",
        }
        data, letter = {"ticket": ticket}, BUG.format(id=ticket["id"])
    elif kind == "feature_request":
        requirement = {
            "id": f"FR-{number}", "title": title, "description": message.message[:500],
            "user_story": f"As a user, I want {title}, so that my work is easier", "business_value": "Medium: asked for",
            "complexity_estimate": "Medium", "affected_components": [message.product], "status": "Under Review",
        }
        data, letter = {"product_requirement": requirement}, WISH.format(id=requirement["id"])
    else:
        data = {"inquiry_category": "Other", "requires_human_review": confidence < 0.5, "suggested_resources": []}
        letter = INQUIRY
    return {
        "message_type": kind, "confidence_score": confidence, "response_data": data, "customer_response": letter,
    }


@app.post("/process-customer-message")
async def process(message: Message):
    probabilities = model.predict_proba([message.message])[0]
    best = probabilities.argmax()
    kind, confidence = str(model.classes_[best]), float(probabilities[best])
    store.execute("BEGIN IMMEDIATE")
    number = store.execute(
        "INSERT INTO cases (created_at, customer_id, message_type, confidence, request) VALUES (?, ?, ?, ?, ?)",
        (time.time(), message.customer_id, kind, confidence, message.model_dump_json()),
    ).lastrowid
    answer = answer_of(message, kind, confidence, number)
    store.execute("UPDATE cases SET answer = ? WHERE id = ?", (json.dumps(answer), number))
    store.execute("COMMIT")
    return answer


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
