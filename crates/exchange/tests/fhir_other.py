"""Reads a package with libraries that are not Kith's and holds it against itself.

    python fhir_other.py FOLDER SCHEMA

FOLDER holds an unpacked package. `fhir.resources` parses the document and each resource in it;
then everything that is referred to must be in it, the bytes of each Binary must be those of its
file, the narratives must be XML, and the child's words in the answers must be those of
session.json, letter for letter. `jsonschema`, where it is there, holds session.json against SCHEMA.
"""

import base64
import hashlib
import json
import pathlib
import sys
import xml.etree.ElementTree as xml

from fhir.resources.R4B.bundle import Bundle


def below(value, name):
    """Every value of that name, however deep."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == name:
                yield inner
            yield from below(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from below(inner, name)


def read_document(text):
    bundle = Bundle.model_validate_json(text)
    assert bundle.type == "document", "a document"
    resources = [entry.resource for entry in bundle.entry]
    kinds = [resource.get_resource_type() for resource in resources]
    assert kinds[0] == "Composition", "a document begins with its composition"
    for kind in ("Patient", "Practitioner", "Organization", "QuestionnaireResponse",
                 "Questionnaire", "Provenance"):
        assert kind in kinds, kind
    for entry in bundle.entry:
        assert entry.fullUrl == "urn:uuid:" + entry.resource.id, entry.fullUrl
    urls = [entry.fullUrl for entry in bundle.entry]
    assert len(urls) == len(set(urls)), "each resource once"
    return bundle, kinds


def hold_references(document):
    there = {entry["fullUrl"] for entry in document["entry"]}
    for reference in below(document, "reference"):
        if isinstance(reference, str):
            assert reference in there, reference
    for attachment in below(document, "attachment"):
        assert attachment["url"] in there, attachment


def hold_bytes(document, folder):
    kept = {hashlib.sha256(file.read_bytes()).hexdigest()
            for file in folder.glob("attachments/*")}
    binaries = [entry["resource"] for entry in document["entry"]
                if entry["resource"]["resourceType"] == "Binary"]
    held = {hashlib.sha256(base64.b64decode(binary["data"], validate=True)).hexdigest()
            for binary in binaries}
    assert held == kept, "the bytes of the document are those of the files"
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    for file in manifest["files"]:
        contents = (folder / file["name"]).read_bytes()
        assert len(contents) == file["bytes"], file
        assert hashlib.sha256(contents).hexdigest() == file["sha256"], file


def hold_words(bundle, session):
    response = next(entry.resource for entry in bundle.entry
                    if entry.resource.get_resource_type() == "QuestionnaireResponse")
    answered = [answer.valueString for item in items(response.item)
                for answer in item.answer or [] if answer.valueString is not None]
    written = [words["text"] for page in session["pages"] for words in page.get("words", [])]
    written += [words["text"] for words in session.get("exact", [])]
    for words in written:
        assert words in answered, repr(words)
    return len(written)


def items(of):
    for item in of or []:
        yield item
        yield from items(item.item)


def hold_schema(session, schema):
    try:
        import jsonschema
    except ImportError:
        return ""
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(session, schema, cls=jsonschema.Draft202012Validator)
    return ", and session.json keeps to its schema"


def main(folder, schema):
    text = (folder / "fhir.json").read_text("utf-8")
    bundle, kinds = read_document(text)
    document = json.loads(text)
    hold_references(document)
    hold_bytes(document, folder)
    for narrative in below(document, "div"):
        xml.fromstring(narrative)
    for picture in folder.glob("attachments/*.svg"):
        xml.fromstring(picture.read_text("utf-8"))
    session = json.loads((folder / "session.json").read_text("utf-8"))
    words = hold_words(bundle, session)
    also = hold_schema(session, json.loads(schema.read_text("utf-8")))
    print(f"read {len(kinds)} resources and {words} texts{also}")


main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
