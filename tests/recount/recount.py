"""Counts ballots' public records again: a second program, written from docs/recount.md alone.

python3 recount.py RECORD    prints the arithmetic and that the record is sound, or the first fault (exit status 1)
python3 recount.py FOLDER    the same for all its files, each line after the name of its file
"""

import datetime
import hashlib
import json
import re
import sys
from pathlib import Path

LARGEST = 2**53 - 1
CHOICES = ["approve", "approve_with_comments", "decline", "abstain", "recuse"]

class Fault(Exception):
    def __init__(self, place, sentence):
        super().__init__(f"{place}: {sentence}" if place else sentence)

def require(true, place, sentence):
    if not true:
        raise Fault(place, sentence)

# Canonical JSON

ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}

def canonical_text(text):
    return '"' + re.sub(r'["\\\x00-\x1f]', lambda m: ESCAPES.get(m[0], f"\\u{ord(m[0]):04x}"), text) + '"'

def canonical(value, depth=0):
    if depth > 31 and type(value) in (list, dict):
        raise ValueError("too deep")
    if value is None or type(value) is bool:
        return {None: "null", True: "true", False: "false"}[value]
    if type(value) is int and abs(value) <= LARGEST:
        return str(value)
    if type(value) is str:
        return canonical_text(value)
    if type(value) is list:
        return "[" + ",".join(canonical(item, depth + 1) for item in value) + "]"
    if type(value) is dict:
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(canonical_text(n) + ":" + canonical(value[n], depth + 1) for n in names) + "}"
    raise ValueError("not canonical")

def same(a, b):
    return canonical(a) == canonical(b)

def sha256(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()

def read(data):
    try:
        text = data.decode("utf-8")
        value = json.loads(text[:-1])
        if text[-1] == "\n" and (canonical(value) + "\n").encode("utf-8") == data:
            return value
    except (ValueError, RecursionError, IndexError):
        pass
    raise Fault("", "It is not canonical JSON (RFC 8785) with one line feed at its end.")

# Shape: a kind is a function that takes a value and its place

def simple(good, name):
    return lambda value, place: require(good(value), place, f"It is not {name}.")

def is_time(value):
    form = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z"
    if type(value) is not str or not re.fullmatch(form, value):
        return False
    try:
        return datetime.datetime(*map(int, re.findall("[0-9]+", value))).year >= 1970
    except ValueError:
        return False

def is_words(value):
    return type(value) is str and value != ""

def hexadecimal(digits):
    return lambda value: type(value) is str and re.fullmatch(f"[0-9a-f]{{{digits}}}", value) is not None

def one_of(*words):
    return simple(lambda value: type(value) is str and value in words, "one of " + ", ".join(words))

NUMBER = simple(lambda value: type(value) is int and value >= 1, "a whole number from 1 on")
COUNT = simple(lambda value: type(value) is int and value >= 0, "a whole number from 0 on")
TEXT = simple(lambda value: type(value) is str, "a text")
WORDS = simple(is_words, "a text of one character or more")
TIME = simple(is_time, "a time like 2027-03-01T09:30:00Z")
HASH = simple(hexadecimal(64), "a SHA-256 in 64 lower-case hexadecimal digits")
TRACKER = simple(hexadecimal(32), "a tracker of 32 lower-case hexadecimal digits")
HANDLES = simple(lambda value: type(value) is list and value != [] and all(map(is_words, value)),
                 "a list of one handle or more")
OBJECT = simple(lambda value: type(value) is dict, "an object")
LIST = simple(lambda value: type(value) is list, "a list")

def members(**kinds):
    def check(value, place):
        OBJECT(value, place)
        require(set(value) == set(kinds), place, "Its members are not exactly " + ", ".join(kinds) + ".")
        for name, kind in kinds.items():
            kind(value[name], place + "/" + name)
    return check

def list_of(kind):
    def check(value, place):
        LIST(value, place)
        for i, item in enumerate(value):
            kind(item, f"{place}/{i}")
    return check

PROPOSAL = members(number=NUMBER, title=WORDS, proposers=HANDLES)
THRESHOLD = members(numerator=COUNT, denominator=NUMBER, boundary=one_of("at_least", "more_than"))
TERMS = members(secrecy=one_of("open", "secret"), opens=TIME, closes=TIME,
                rule=members(quorum=THRESHOLD, approval=THRESHOLD))
ELECTORATE = list_of(members(seat=NUMBER, name=WORDS))
COUNTS = members(**{choice: COUNT for choice in CHOICES})
ENTRY = members(sequence=NUMBER, at=TIME, kind=WORDS, actor=WORDS, body=OBJECT, previous=HASH, hash=HASH)
RECORD = members(format=WORDS, version=NUMBER, ballot=NUMBER, proposal=PROPOSAL,
                 text=members(revision=NUMBER, sha256=HASH, content=TEXT), terms=TERMS, electorate=ELECTORATE,
                 zero_report=COUNTS, ledger=list_of(ENTRY), head=HASH, votes=LIST, result=OBJECT,
                 certification=list_of(members(by=WORDS, at=TIME)))
VOTE = {"open": members(seat=NUMBER, by=WORDS, at=TIME, choice=one_of(*CHOICES), reason=TEXT),
        "secret": members(tracker=TRACKER, choice=one_of(*CHOICES), reason=TEXT)}
SEAT = members(ballot=NUMBER, seat=NUMBER)
BODY = {
    "ballot_opened": members(ballot=NUMBER, proposal=PROPOSAL, text=members(revision=NUMBER, sha256=HASH),
                             terms=TERMS, electorate=ELECTORATE, zero_report=COUNTS),
    "vote_cast": SEAT, "vote_changed": SEAT, "seat_took_part": SEAT,
    "votes_entered": members(ballot=NUMBER, votes=LIST),
    "result_declared": members(ballot=NUMBER, result=OBJECT),
    "result_certified": members(ballot=NUMBER, result=HASH),
    "ballot_voided": members(ballot=NUMBER, reason=WORDS),
}

# The result

def needed(threshold, whole):
    share, part = threshold["numerator"] * whole, threshold["denominator"]
    return max(1, -(-share // part) if threshold["boundary"] == "at_least" else share // part + 1)

def reaches(threshold, part, whole):
    have, share = part * threshold["denominator"], threshold["numerator"] * whole
    return part >= 1 and (have >= share if threshold["boundary"] == "at_least" else have > share)

def name_of(threshold):
    fraction = f"{threshold['numerator']}/{threshold['denominator']}"
    text = threshold["boundary"].replace("_", " ") + " " + fraction
    return {"more than 1/2": "a majority", "at least 2/3": "two thirds", "at least 3/4": "three quarters",
            "at least 1/1": "consensus without declines"}.get(text, text)

VERDICTS = {"enough_approved": "Adopted.", "too_few_took_part": "Not adopted: too few seats took part.",
            "no_vote_for_or_against": "Not adopted: nobody decided.",
            "too_few_approved": "Not adopted: too few approved."}

def in_words(r, approval):
    were = lambda n: f"{n} {'was' if n == 1 else 'were'} needed"
    seats = lambda n: f"{n} {'seat' if n == 1 else 'seats'}"
    said = []
    if r["counts"]["recuse"]:
        said.append(f"{r['counts']['recuse']} of {seats(r['seats'])} recused, which leaves {r['base']}.")
    said.append(f"{r['took_part']} of {seats(r['base'])} took part; {were(r['quorum_needed'])}.")
    if r["counts"]["abstain"]:
        said.append(f"{r['counts']['abstain']} abstained.")
    if r["decided"]:
        votes = "vote" if r["decided"] == 1 else "votes"
        said.append(f"Of {r['decided']} {votes} for or against, {r['approved']} approved; "
                    f"{were(r['approval_needed'])} for {name_of(approval)}.")
    else:
        said.append("No seat voted for or against.")
    return " ".join(said + [VERDICTS[r["reason"]]])

def count(record):
    rule = record["terms"]["rule"]
    chosen = [vote["choice"] for vote in record["votes"]]
    counts = {choice: chosen.count(choice) for choice in CHOICES}
    seats = len(record["electorate"])
    base = seats - counts["recuse"]
    approved = counts["approve"] + counts["approve_with_comments"]
    decided = approved + counts["decline"]
    took_part = decided + counts["abstain"]
    quorum_met = reaches(rule["quorum"], took_part, base)
    approval_met = reaches(rule["approval"], approved, decided)
    reason = ("too_few_took_part" if not quorum_met else "no_vote_for_or_against" if decided == 0
              else "enough_approved" if approval_met else "too_few_approved")
    result = {"counts": counts, "seats": seats, "base": base, "took_part": took_part,
              "quorum_needed": needed(rule["quorum"], base), "quorum_met": quorum_met, "decided": decided,
              "approved": approved, "approval_needed": needed(rule["approval"], decided),
              "approval_met": approval_met, "reason": reason,
              "outcome": "adopted" if reason == "enough_approved" else "not_adopted"}
    return result | {"words": in_words(result, rule["approval"])}

# The checks

def check_chain(ledger, head):
    previous, before = "0" * 64, ""
    for i, entry in enumerate(ledger):
        place, n = f"/ledger/{i}", i + 1
        require(entry["sequence"] == n, place,
                f"Ledger entry {n} is missing; number {entry['sequence']} stands in its place.")
        require(entry["previous"] == previous, place,
                f"Ledger entry {n} does not hold the hash of the one before.")
        bare = {name: value for name, value in entry.items() if name != "hash"}
        require(entry["hash"] == sha256(canonical(bare)), place,
                f"The hash of ledger entry {n} is not that of its content.")
        require(entry["at"] >= before, place, f"Ledger entry {n} is earlier than the one before.")
        previous, before = entry["hash"], entry["at"]
    require(previous == head, "/ledger", "The ledger does not end with the entry whose hash is the head.")

def check_ascending(items, name, what, place):
    for i in range(1, len(items)):
        here, before = items[i][name], items[i - 1][name]
        require(here != before, f"{place}/{i}", f"{what} {here} stands twice.")
        require(here > before, f"{place}/{i}", f"{what} {here} stands after {what.lower()} {before}.")

def check_fixed(record):
    terms, text = record["terms"], record["text"]
    require(terms["opens"] < terms["closes"], "/terms", "The ballot does not close after it opens.")
    for name, threshold in terms["rule"].items():
        part, whole = threshold["numerator"], threshold["denominator"]
        at_least = threshold["boundary"] == "at_least"
        fraction = part <= whole if at_least else part < whole
        asks = name != "approval" or part > 0 or not at_least
        require(fraction and asks, "/terms/rule", "No ballot can be decided by this rule.")
    require(sha256(text["content"]) == text["sha256"], "/text",
            "The text is not the one whose SHA-256 stands beside it.")
    require(record["electorate"], "/electorate", "There is no seat.")
    check_ascending(record["electorate"], "seat", "Seat", "/electorate")
    require(not any(record["zero_report"].values()), "/zero_report", "There were votes before the opening.")

class Acts:
    """What the ledger says about the ballot, read in its order."""

    NEXT = {"ballot_opened": "before", "vote_cast": "open", "vote_changed": "open", "seat_took_part": "open",
            "votes_entered": "open", "result_declared": "entered", "result_certified": "declared",
            "ballot_voided": "declared"}

    def __init__(self, record):
        self.record, self.phase = record, "before"
        self.last, self.certified, self.voided = {}, [], []
        self.seats = {seat["seat"] for seat in record["electorate"]}
        for i, entry in enumerate(record["ledger"]):
            if entry["kind"] in BODY and entry["body"]["ballot"] == record["ballot"]:
                self.place, self.entry = f"/ledger/{i}", entry
                self.read(entry["kind"])
        require(self.phase == "declared", "/ledger", "The ledger ends before the result is declared.")

    def require(self, true, sentence):
        require(true, self.place, f"Ledger entry {self.entry['sequence']}, {self.entry['kind']}: {sentence}")

    def read(self, kind):
        secrecy = self.record["terms"]["secrecy"]
        wrong = kind == "seat_took_part" if secrecy == "open" else kind in ("vote_cast", "vote_changed")
        self.require(self.phase == self.NEXT[kind] and not wrong, "It cannot stand here.")
        {"ballot_opened": self.opened, "votes_entered": self.entered, "result_declared": self.declared,
         "result_certified": self.certify, "ballot_voided": self.void}.get(kind, self.took_part)()

    def opened(self):
        self.phase = "open"
        record, body = self.record, self.entry["body"]
        differs = f"differs from what ledger entry {self.entry['sequence']} fixed."
        text = {name: value for name, value in record["text"].items() if name != "content"}
        require(same(record["proposal"], body["proposal"]), "/proposal", "The proposal " + differs)
        require(same(text, body["text"]), "/text", "The text " + differs)
        require(same(record["terms"], body["terms"]), "/terms", "One of the terms " + differs)
        fixed = body["electorate"]
        for i, seat in enumerate(record["electorate"]):
            require(i < len(fixed) and same(seat, fixed[i]), f"/electorate/{i}", "The seat " + differs)
        require(len(fixed) == len(record["electorate"]), "/electorate", "The number of seats " + differs)
        zero = same(record["zero_report"], body["zero_report"])
        require(zero, "/zero_report", "The zero report " + differs)
        self.require(self.entry["at"] == record["terms"]["opens"], "It is not of the opening time.")

    def took_part(self):
        seat, at, terms = self.entry["body"]["seat"], self.entry["at"], self.record["terms"]
        self.require(self.entry["actor"] != "program", "The program cannot vote.")
        self.require(seat in self.seats, f"Seat {seat} is not in the electorate.")
        self.require(terms["opens"] <= at < terms["closes"], "It is outside the time of the ballot.")
        if self.entry["kind"] == "vote_changed":
            self.require(seat in self.last, f"Seat {seat} has no vote to change.")
        else:
            self.require(seat not in self.last, f"Seat {seat} took part before.")
        self.last[seat] = (self.entry["actor"], at)

    def by_program(self):
        self.require(self.entry["actor"] == "program" and self.entry["at"] == self.record["terms"]["closes"],
                     "It is not by the program as of the closing time.")

    def entered(self):
        self.phase, self.batch = "entered", self.entry
        self.by_program()

    def declared(self):
        self.phase, self.result, self.result_place = "declared", self.entry, self.place
        self.by_program()

    def certify(self):
        by = self.entry["actor"]
        self.require(self.entry["body"]["result"] == self.result["hash"], "It certifies another result.")
        self.require(by != "program", "The program cannot certify.")
        proposers = self.record["proposal"]["proposers"]
        self.require(by not in proposers, f"{by} is a proposer and cannot certify.")
        self.require(by not in [entry["actor"] for entry in self.certified], f"{by} certified before.")
        self.certified.append(self.entry)

    def void(self):
        self.voided.append(self.entry["body"]["reason"])

def check_votes(record, acts):
    votes, batch, number = record["votes"], acts.batch["body"]["votes"], acts.batch["sequence"]
    secrecy = record["terms"]["secrecy"]
    key, what = ("seat", "Seat") if secrecy == "open" else ("tracker", "Tracker")
    for i, vote in enumerate(votes):
        place = f"/votes/{i}"
        VOTE[secrecy](vote, place)
        if i > 0:
            before = votes[i - 1][key]
            require(vote[key] != before, place, f"{what} {vote[key]} stands twice.")
            require(vote[key] > before, place, f"{what} {vote[key]} stands after {what.lower()} {before}.")
        if secrecy == "open":
            seat = vote["seat"]
            require(seat in acts.seats, place, f"Seat {seat} is not in the electorate.")
            require(seat in acts.last, place, f"Seat {seat} did not take part.")
            by, at = acts.last[seat]
            require((vote["by"], vote["at"]) == (by, at), place, f"Seat {seat} voted last by {by} at {at}.")
        free = vote["choice"] in ("approve", "abstain")
        require(free or vote["reason"], place, "Its reason is missing.")
        require(i < len(batch) and same(vote, batch[i]), place,
                f"It is not the vote that ledger entry {number} entered here.")
    require(len(votes) == len(batch), "/votes",
            f"Ledger entry {number} entered {len(batch)} votes; {len(votes)} stand here.")
    if secrecy == "open":
        for seat in sorted(set(acts.last) - {vote["seat"] for vote in votes}):
            raise Fault("/votes", f"Seat {seat} took part and has no vote.")
    require(len(acts.last) == len(votes), "/votes",
            f"{len(acts.last)} seats took part; {len(votes)} votes stand here.")

def check_result(record, acts):
    result = count(record)
    sentence = "The recount gives another result: " + result["words"]
    require(same(record["result"], result), "/result", sentence)
    require(same(acts.result["body"]["result"], result), acts.result_place, sentence)
    return result["words"]

def check_certification(record, acts):
    for i, given in enumerate(record["certification"]):
        place = f"/certification/{i}"
        require(i < len(acts.certified), place, "The ledger has no such certification.")
        entry = acts.certified[i]
        require((given["by"], given["at"]) == (entry["actor"], entry["at"]), place,
                f"It is not the certification of ledger entry {entry['sequence']}.")
    total = len(acts.certified)
    require(len(record["certification"]) == total, "/certification",
            "A certification of the ledger is missing.")
    require(total >= 2, "/certification", f"Two people must certify; {total} did.")

def verify(data):
    """The lines to print for a sound record; raises Fault for another."""
    record = read(data)
    is_ours = type(record) is dict and record.get("format") == "cohort-ballot-record"
    version = record.get("version") if is_ours else None
    require(type(version) is int and version == 1, "", "It is not a ballot record of version 1.")
    RECORD(record, "")
    check_chain(record["ledger"], record["head"])
    for i, entry in enumerate(record["ledger"]):
        if entry["kind"] in BODY:
            BODY[entry["kind"]](entry["body"], f"/ledger/{i}/body")
    check_fixed(record)
    acts = Acts(record)
    check_votes(record, acts)
    words = check_result(record, acts)
    check_certification(record, acts)
    voided = ["The ballot was declared void: " + reason for reason in acts.voided]
    return [words, *voided, "The record is sound."]

def main(path):
    status = 0
    for file in sorted(path.iterdir()) if path.is_dir() else [path]:
        try:
            lines = verify(file.read_bytes())
        except Fault as fault:
            lines, status = [str(fault)], 1
        for line in lines:
            print(f"{file.name}\t{line}" if path.is_dir() else line)
    return status

if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main(Path(sys.argv[1])))
