#!/usr/bin/env python3
"""Holds what commands print as JSON against docs/schema.

    validate.py outputs FOLDER   everything that scenarios kept there (HUIYIN_OUTPUTS of lib.sh)
    validate.py schemas          the schemas themselves, and that every command has one

Says what is wrong, one line each, and ends with 1; with 77 where python3-jsonschema is missing.
"""

import json
import os
import pathlib
import subprocess
import sys
import warnings

try:
    import jsonschema
except ImportError:
    print("skipped: needs python3-jsonschema")
    sys.exit(77)
try:
    import referencing
except ImportError:
    referencing = None  # jsonschema before 4.18 finds schemas by a resolver of its own

warnings.simplefilter("ignore", DeprecationWarning)

FOLDER = pathlib.Path(__file__).resolve().parent.parent.parent / "docs" / "schema"
SUFFIX = ".schema.json"
WHATEVER_THE_COMMAND = {"failure", "parts"}

SCHEMAS = {p.name[: -len(SUFFIX)]: json.loads(p.read_text(encoding="utf-8"))
           for p in sorted(FOLDER.glob("*" + SUFFIX))}
NAMED = json.loads((FOLDER / "outputs.json").read_text(encoding="utf-8"))
COMMANDS = {f"{verb['noun']} {verb['verb']}".strip(): verb for verb in json.loads(
    subprocess.run([os.environ["HUIYIN"], "help", "--json"], check=True,
                   capture_output=True, text=True).stdout)}
# What records prints an outcome; the file names what the others print.
OUTPUTS = {name: "outcome" for name, verb in COMMANDS.items() if verb["records"]} | NAMED

# What stands between a command's words and takes the next word as its value.
TAKE_A_VALUE = {"--db", "--as", "--format", "--out", "--lang", "--color", "--at", "--by",
                "--late-reason", "--as-happened", "--witness", "--key"}

problems = []
# What was held against which schema: much is printed again and again.
checked = set()


# Gone through once: else each reference would have every schema gone through anew.
REGISTRY = None if referencing is None else referencing.Registry().with_resources(
    (schema["$id"], referencing.Resource.from_contents(schema)) for schema in SCHEMAS.values()).crawl()


def validator(name):
    """One that knows our other schemas, and looks for none outside."""
    if REGISTRY is None:
        store = {schema["$id"]: schema for schema in SCHEMAS.values()}
        resolver = jsonschema.RefResolver(SCHEMAS[name]["$id"], SCHEMAS[name], store=store)
        return jsonschema.Draft202012Validator(SCHEMAS[name], resolver=resolver)
    return jsonschema.Draft202012Validator(SCHEMAS[name], registry=REGISTRY)


VALIDATORS = {name: validator(name) for name in SCHEMAS}


def command_of(words):
    """`complaint add`, as help names it; nothing for words that name no command."""
    plain = []
    position = 0
    while position < len(words) and len(plain) < 2:
        word = words[position]
        if not word.startswith("-"):
            plain.append(word)
        elif word in TAKE_A_VALUE:
            position += 1
        elif plain:
            break
        position += 1
    for name in (" ".join(plain), plain[0] if plain else ""):
        if name in OUTPUTS:
            return name
    return None


def is_failure(value):
    return isinstance(value, dict) and value.get("ok") is False and "error" in value


def check_output(command, text, where):
    lines = [line for line in text.splitlines() if line]
    try:
        values = [json.loads(line) for line in lines]
    except json.JSONDecodeError as error:
        problems.append(f"{where}: {command}: no JSON: {error}: {text[:200]}")
        return 0
    if OUTPUTS.get(command) != "batch-line" and len(values) != 1:
        problems.append(f"{where}: {command}: {len(values)} lines of JSON, not one")
    for line, value in zip(lines, values):
        by_line = OUTPUTS.get(command) == "batch-line" and "line" in value
        schema = "failure" if is_failure(value) and not by_line else OUTPUTS.get(command)
        if schema is None:
            problems.append(f"{where}: {command}: no such command, and yet it succeeded")
            continue
        if (schema, line) in checked:
            continue
        checked.add((schema, line))
        errors = list(VALIDATORS[schema].iter_errors(value))
        # A part that does not fit leaves all its keys unevaluated; what did not fit says more.
        telling = [e for e in errors if e.validator != "unevaluatedProperties"] or errors
        if errors:
            error = jsonschema.exceptions.best_match(telling)
            path = "/".join(str(part) for part in error.absolute_path)
            problems.append(f"{where}: {command}: not as {schema} at /{path}: {error.message[:300]}")
    return len(values)


def check_outputs(folder):
    count = 0
    for file in sorted(pathlib.Path(folder).iterdir()):
        for record in file.read_text(encoding="utf-8", errors="replace").split("\x1e")[1:]:
            words, _, text = record.partition("\x1d")
            if text.strip():
                count += check_output(command_of(words.split("\x1f")[:-1]), text, file.name)
    print(f"{count} outputs")


def check_closed(schema, where):
    """An object that may have any other key would let a misspelt one pass."""
    if isinstance(schema, list):
        for index, part in enumerate(schema):
            check_closed(part, f"{where}/{index}")
    if not isinstance(schema, dict):
        return
    if schema.get("type") in ("object", ["object", "null"]) and "properties" in schema:
        known = set(schema["properties"])
        if not set(schema.get("required", [])) <= known:
            problems.append(f"{where}: requires what it does not describe")
        part_of_another = where.startswith("parts/$defs/") and where.count("/") == 2
        closed = "additionalProperties" in schema or "unevaluatedProperties" in schema
        if not closed and not part_of_another:
            problems.append(f"{where}: may have any other key")
    for key, part in schema.items():
        check_closed(part, f"{where}/{key}")


def check_schemas():
    for name, schema in SCHEMAS.items():
        jsonschema.Draft202012Validator.check_schema(schema)
        if not schema["$id"].endswith(name + SUFFIX):
            problems.append(f"{name}: its $id is {schema['$id']}")
        check_closed(schema, name)
    for name in sorted(set(COMMANDS) - set(OUTPUTS)):
        problems.append(f"outputs.json: nothing for `{name}`: name the schema of what it prints")
    for name in sorted(set(NAMED) - set(COMMANDS)):
        problems.append(f"outputs.json: there is no command `{name}`")
    for name, schema in OUTPUTS.items():
        if schema not in SCHEMAS:
            problems.append(f"outputs.json: `{name}` names {schema}{SUFFIX}, which is not there")
    for name in sorted(name for name in NAMED if COMMANDS.get(name, {}).get("records")):
        problems.append(f"outputs.json: `{name}` records, so what it prints is an outcome: leave it out")
    # What is one of several things is told by the schemas of each.
    named = {one["$ref"].removesuffix(SUFFIX) for name in set(OUTPUTS.values()) & set(SCHEMAS)
             for one in SCHEMAS[name].get("anyOf", []) if "$ref" in one}
    for name in sorted(set(SCHEMAS) - set(OUTPUTS.values()) - named - WHATEVER_THE_COMMAND):
        problems.append(f"{name}{SUFFIX}: no command prints it")
    print(f"{len(COMMANDS)} commands, {len(SCHEMAS)} schemas")


if sys.argv[1:] == ["schemas"]:
    check_schemas()
elif len(sys.argv) == 3 and sys.argv[1] == "outputs":
    check_outputs(sys.argv[2])
else:
    sys.exit(__doc__)
for problem in problems[:40]:
    print(problem)
if len(problems) > 40:
    print(f"and {len(problems) - 40} more")
sys.exit(1 if problems else 0)
