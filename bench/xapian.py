"""Indexes ready-cut records in Xapian and times searches; called by search-xapian.ts.

usage: xapian.py RECORDS.jsonl QUERIES.json FOLDER
A record: {"t": [[term, weight]], "f": [[values of facet 0], ...], "c": changed}
A query: {"name", "must": [[terms of which one must stand]], "filters": [[facet terms of which one must hold]], "sort"}
Answer (JSON on standard output): build seconds, and for each query its times in ms (of a processor: the mean), total, and facet counts.
"""

import json
import sys
import time

# The script's own folder stands first on the path and this file is called xapian too.
sys.path = [path for path in sys.path if not path.endswith("bench")]
import xapian  # noqa: E402

MOST_RUNS = 25
LEAST_RUNS = 3
SECONDS = 4  # of each search: what takes a second is asked less often
SLOTS = 4  # values that one facet may have in a record; Xapian counts one value a slot


def build(records, folder):
    db = xapian.WritableDatabase(folder, xapian.DB_CREATE_OR_OVERWRITE)
    spent = 0.0
    facets = 0
    with open(records, encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            start = time.perf_counter()
            doc = xapian.Document()
            for term, weight in record["t"]:
                doc.add_term(term, weight)
            facets = len(record["f"])
            for facet, values in enumerate(record["f"]):
                for place, value in enumerate(values[:SLOTS]):
                    doc.add_value(facet * SLOTS + place, value)
                    doc.add_boolean_term("XF%d:%s" % (facet, value))
            db.add_document(doc)
            spent += time.perf_counter() - start
    start = time.perf_counter()
    db.commit()
    return spent + time.perf_counter() - start, facets


def parsed(query):
    any_of = lambda terms, op: xapian.Query(op, [xapian.Query(term) for term in terms])
    words = [any_of(terms, xapian.Query.OP_SYNONYM) for terms in query["must"]]
    found = xapian.Query(xapian.Query.OP_AND, words) if words else xapian.Query.MatchAll
    for terms in query["filters"]:
        found = xapian.Query(xapian.Query.OP_FILTER, found, any_of(terms, xapian.Query.OP_OR))
    return found


def search(db, query, facets):
    """Top 20, the total, and the counts of every value of every facet over all matches."""
    enquire = xapian.Enquire(db)
    enquire.set_query(parsed(query))
    if query["sort"] == "best" and query["must"]:
        enquire.set_weighting_scheme(xapian.BM25Weight(1.2, 0, 1, 0.4, 0))
    else:
        enquire.set_weighting_scheme(xapian.BoolWeight())
        enquire.set_docid_order(xapian.Enquire.DESCENDING)
    spies = [xapian.ValueCountMatchSpy(slot) for slot in range(facets * SLOTS)]
    for spy in spies:
        enquire.add_matchspy(spy)
    hits = enquire.get_mset(0, 20, db.get_doccount())
    counts = [{} for _ in range(facets)]
    for slot, spy in enumerate(spies):
        count = counts[slot // SLOTS]
        for item in spy.values():
            value = item.term.decode("utf-8")
            count[value] = count.get(value, 0) + item.termfreq
    return [hit.docid for hit in hits], hits.get_matches_lower_bound(), counts


def main():
    records, queries, folder = sys.argv[1:]
    seconds, facets = build(records, folder)
    db = xapian.Database(folder)
    answers = []
    with open(queries, encoding="utf-8") as file:
        for query in json.load(file):
            search(db, query, facets)
            times = []
            begun = time.perf_counter()
            before = time.process_time()
            while len(times) < MOST_RUNS and (len(times) < LEAST_RUNS or time.perf_counter() - begun < SECONDS):
                start = time.perf_counter()
                _, total, counts = search(db, query, facets)
                times.append((time.perf_counter() - start) * 1000)
            runs = len(times)
            spent = (time.process_time() - before) * 1000
            times = sorted(times)
            answer = {"p50": times[runs // 2], "p95": times[int(runs * 0.95)], "processor": spent / runs}
            answer.update(total=total, counts=counts)
            answers.append(answer)
    json.dump({"seconds": seconds, "version": xapian.version_string(), "answers": answers}, sys.stdout)


main()
