import hmac
import json
import os

from flask import Flask, abort, jsonify, request
from jsonschema import Draft202012Validator
from werkzeug.exceptions import HTTPException

KEY = os.environ["API_KEY"]
HARDENED = "HARDENED" in os.environ
with open(os.environ["PEOPLE"], encoding="utf-8") as file:
    KNOWN = json.load(file)


def text(longest, shortest=1):
    return {"type": "string", "minLength": shortest, "maxLength": longest}


def record(properties, required=None):
    return {"type": "object", "properties": properties, "required": required or list(properties)}


def request_validator(longest_name):
    header = {"reqIdPlatform": {"type": "string"}, "reqIdConsumer": text(20, 0), "ci": text(88)}
    return Draft202012Validator(record({
        "partner": record({"comId": text(5), "srvId": text(20)}),
        "commonHeader": record(header, ["ci"]),
        "body": record({"korName": text(longest_name)}),
    }))


app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 64 * 1024
app.json.ensure_ascii = False


@app.before_request
def authenticate():
    key = request.headers.get("apikey", "")
    if HARDENED:
        key = key.strip(" \t")  # gunicorn keeps the white space around a field value
    if not hmac.compare_digest(key.encode(), KEY.encode()):
        abort(401)


@app.after_request
def not_stored(response):
    response.headers["Cache-Control"] = "no-store"
    return response


@app.errorhandler(HTTPException)
def failed(error):
    body = {"category": "op-apim", "code": error.code, "message": error.name}
    headers = [header for header in error.get_headers() if header[0] != "Content-Type"]
    return jsonify(body), error.code, headers


if HARDENED:
    @app.errorhandler(RecursionError)
    def nested_too_deep(error):
        return jsonify(category="op-apim", code=400, message="Bad Request"), 400


def find(validator):
    if request.mimetype != "application/json":
        abort(415)
    body = request.get_json()
    if not validator.is_valid(body):
        abort(400)
    if body["partner"] | KNOWN["partner"] != body["partner"]:
        return None, (jsonify(category="op-auth", code=2100, message="Authorization Failed"), 403)
    wanted = (body["commonHeader"]["ci"], body["body"]["korName"])
    people = (person for person in KNOWN["people"] if (person["ci"], person["korName"]) == wanted)
    return next(people, None), None


REGISTRATION = request_validator(10)
CONSENT = request_validator(12)


@app.post("/v1/common/member/register/search")
def search_registration():
    person, refused = find(REGISTRATION)
    return refused or jsonify(person["registration"] if person else {"result": "nonMember"})


@app.post("/v1/common/member/consent/search")
def search_consent():
    person, refused = find(CONSENT)
    return refused or jsonify(person["consent"] if person else {"vtAccList": []})
