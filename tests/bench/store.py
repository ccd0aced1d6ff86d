"""What a store costs, side by side with rdflib in memory and with the engine below it.

    python tests/bench/store.py                    # 10,000 events
    python tests/bench/store.py --events 100000 --only ours raw

Articles are made up, each with twenty events; above 20,000 events they are not compared with each other, which is not the store's
work. Every system works in a process of its own, on the same statements, and is asked the same queries. Times are CPU seconds and
differ from run to run, so this is a tool and no test; ratios tell more.
"""

import argparse
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from math import inf
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from dateline.model import (
    Actor,
    Article,
    Attribution,
    Cue,
    Document,
    Event,
    Mention,
    Published,
    Quantity,
    Role,
    Sentence,
    Source,
    Span,
    Story,
    StoryActor,
    StoryEvent,
    Time,
    When,
)

VERBS = {
    "met": "CONSULT",
    "praised": "SUPPORT",
    "accused": "ACCUSE",
    "attacked": "ASSAULT",
    "thanked": "SUPPORT",
    "sued": "ACCUSE",
}
EACH = 20  # events of an article
LIMIT = 120  # CPU seconds for one thing
MANY = 20_000  # events whose statements still fit in memory as Python's objects
PREFIXES = """
PREFIX dl: <https://w3id.org/dateline/ontology#>
PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
WINDOW = 'FILTER(?d >= "2022-03-01"^^xsd:date && ?d <= "2022-03-31"^^xsd:date)'
QUERIES = {
    "date window": f"SELECT ?e ?l {{ ?e sem:hasEarliestBeginTimeStamp ?d ; rdfs:label ?l {WINDOW} }}",
    "actor and window": 'SELECT ?e ?l { ?a rdfs:label "Person P7" . ?e sem:hasActor ?a ; rdfs:label ?l ;'
    f" sem:hasEarliestBeginTimeStamp ?d {WINDOW.replace('2022-03-01', '2021-01-01')} }}",
    "co-actors": 'SELECT ?b (COUNT(DISTINCT ?e) AS ?n) { ?a rdfs:label "Person P7" . ?e sem:hasActor ?a , ?b FILTER(?a != ?b) }'
    " GROUP BY ?b ORDER BY DESC(?n) LIMIT 10",
    "text": 'SELECT ?s ?t { ?s a nif:Sentence ; nif:anchorOf ?t FILTER(CONTAINS(LCASE(?t), "person p77")) }',
    "connected": 'ASK { ?a rdfs:label "Person P7" . ?b rdfs:label "Person P90" . ?a (^sem:hasActor/sem:hasActor)+ ?b }',
}


def documents(events: int) -> Iterator[Document]:
    """Made-up articles that tell of so many events."""
    chance = random.Random(1)
    people = [f"Person P{i}" for i in range(max(100, events // 40))]
    cities = [f"City C{i}" for i in range(60)]
    for number in range(events // EACH):
        yield _document(number, chance, people, cities)


def _document(number: int, chance: random.Random, people: list[str], cities: list[str]) -> Document:
    day = date(2020, 1, 1) + timedelta(days=chance.randrange(1500))
    text, told, times, mentions, said, sentences = "", [], [], {}, [], []
    for i in range(EACH):
        one, other = chance.sample(people, 2)
        city, verb, hurt = chance.choice(cities), chance.choice(list(VERBS)), chance.randrange(2, 90)
        when = day - timedelta(days=chance.randrange(1, 30))
        start = len(text)
        parts: dict[str, Span] = {}
        speaker = chance.choice(people) if i % 3 == 0 else None
        pieces = [(speaker, "by"), (" said ", "cue")] if speaker else []
        pieces += [(one, "one"), (" ", ""), (verb, "verb"), (" ", ""), (other, "other"), (" in ", ""), (city, "city")]
        pieces += [(" with ", ""), (f"{hurt} people", "hurt"), (" on ", ""), (when.isoformat(), "day"), (". ", "")]
        for piece, name in pieces:
            parts[name] = Span(start=len(text), end=len(text) + len(str(piece)))
            text += str(piece)
        sentences.append(Sentence(start=start, end=len(text) - 1, first=0, stop=0, outcome="events"))
        known = {"edtf": when.isoformat()}
        times.append(
            Time(
                id=f"t{i}",
                **_span(parts["day"]),
                text=when.isoformat(),
                type="DATE",
                value=when.isoformat(),
                earliest=when,
                latest=when,
                rule="iso",
                why="as written",
                **known,
            )
        )
        for name, words in (("one", one), ("other", other), ("city", city), ("by", speaker)):
            if words:
                mentions.setdefault(words, []).append(Mention(kind="name", **_span(parts[name])))
        told.append(_event(i, verb, parts, when, (one, other, city), hurt, bool(speaker)))
        if speaker:
            content = Span(start=parts["one"].start, end=len(text) - 1)
            said.append(
                Attribution(
                    id=f"q{i}",
                    source=Source(actor=speaker, **_span(parts["by"])),
                    cue=Cue(**_span(parts["cue"])),
                    content=content,
                )
            )
    actors = tuple(
        Actor(id=name, name=name, type="place" if name.startswith("City") else "person", mentions=tuple(found))
        for name, found in mentions.items()
    )
    published = Published(edtf=day.isoformat(), earliest=day, latest=day, basis="given", why="given")
    article = Article(
        id=f"a{number:06}", source="-", text=text, title=f"News {number}", publisher=f"Wire {number % 7}", published=published
    )
    return Document(
        article=article,
        published=published,
        sentences=tuple(sentences),
        times=tuple(times),
        actors=actors,
        events=tuple(told),
        attributions=tuple(said),
    )


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _event(i: int, verb: str, parts: dict[str, Span], when: date, cast: tuple[str, str, str], hurt: int, quoted: bool) -> Event:
    roles = (("agent", "one", cast[0]), ("patient", "other", cast[1]), ("place", "city", cast[2]))
    known = When(
        edtf=when.isoformat(),
        earliest_begin=when,
        latest_begin=when,
        earliest_end=when,
        latest_end=when,
        times=(f"t{i}",),
        why="as written",
    )
    return Event(
        id=f"e{i}",
        text=verb,
        lemma=verb,
        label=f"{cast[0]} {verb} {cast[1]} in {cast[2]}",
        type=VERBS[verb],
        when=known,
        roles=tuple(Role(role=role, actor=actor, **_span(parts[name])) for role, name, actor in roles),
        quantities=(Quantity(kind="present", unit="people", min=hurt, max=hurt, **_span(parts["hurt"])),),
        attribution=f"q{i}" if quoted else None,
        **_span(parts["verb"]),
    )


def apart(documents: Iterable[Document]) -> Story:
    """The story of articles that are read one by one: actors of one name are one, events are told once."""
    from dateline.merge import merge

    events: list[StoryEvent] = []
    actors: dict[str, StoryActor] = {}
    members: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for document in documents:
        story = merge([document])
        events += story.events
        for actor in story.actors:
            actors.setdefault(actor.id, actor)
            members[actor.id] += actor.members
    return Story(events=tuple(events), actors=tuple(replace(a, members=tuple(members[a.id])) for a in actors.values()))


class Bench:
    """What a system did, and what it cost."""

    def __init__(self) -> None:
        self.told: dict[str, float] = {}
        self._before = _memory()

    def once(self, name: str, work: Callable[[], Any]) -> Any:
        """Do something and note its CPU seconds, or that it took more than there are."""
        done, self.told[name] = _timed(work)
        return done

    def often(self, name: str, work: Callable[[], Any], times: int = 101) -> None:
        """Do something again and again, for five seconds at most, and note the median of its CPU seconds."""
        costs = []
        for _ in range(times):
            begun = process_time()  # no timer here: with one, the system counts in steps of milliseconds
            work()
            costs.append(process_time() - begun)
            if sum(costs) > 5:
                break
        self.told[name] = median(costs)

    def forget(self) -> None:
        """Take what is in memory now for nothing."""
        self._before = _memory()

    def remember(self) -> None:
        """Note the memory that was added so far, in MiB."""
        self.told["memory, MiB"] = _memory() - self._before


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """What some work gives, and its CPU seconds; infinitely many where it takes more than there are."""
    begun = process_time()
    signal.signal(signal.SIGPROF, _late)
    signal.setitimer(signal.ITIMER_PROF, LIMIT)
    try:
        return work(), process_time() - begun
    except TimeoutError:
        return None, inf
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _late(*_: object) -> None:
    raise TimeoutError


def _memory() -> float:
    """What this process has in memory now, in MiB, without pages of files."""
    status = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("RssAnon")) / 1024


def ours(events: int, dump: Path, folder: Path) -> dict[str, float]:
    """Dateline's store on disk: made from articles, and filled with the statements of the dump as others are."""
    import pyoxigraph as ox

    from dateline.store import open_store
    from dateline.store.derive import ATOMIC
    from dateline.store.engine import Embedded

    bench = Bench()
    if events <= MANY:
        engine = Embedded(ox.Store(str(folder / "bulk")))
        quads = list(ox.parse(path=dump, format=ox.RdfFormat.N_QUADS))
        bench.forget()
        bench.once("bulk load", lambda: _fill(engine, quads, ATOMIC))
        bench.remember()
        engine.close()
        quads.clear()
    with open_store(folder / "store", read_only=True) as store:
        for name, query in QUERIES.items():
            if name not in ("text", "connected"):
                bench.often(name, lambda query=query: store.select(PREFIXES + query).rows)
        bench.once("index words", lambda: store.search("person"))
        bench.often("text", lambda: store.search('"person p77*"', kinds=("sentence",), limit=10_000))
        bench.once("read network", lambda: store.network)
        a, b = store.network.actor("Person P7"), store.network.actor("Person P90")
        bench.often("connected", lambda: list(store.network.paths(a, b, limit=1)))
        if events > MANY:
            return bench.told
        bench.once("turtle", lambda: store.write_turtle(folder / "x.ttl"))
    with open_store(folder / "store") as store:
        one = next(documents(EACH))
        changed = replace(one, article=replace(one.article, title="Changed"))
        bench.once("replace an article", lambda: store.add([changed]))
        new = replace(one, article=replace(one.article, id="zzz"))
        bench.once("add an article", lambda: store.add([new]))
    return bench.told


def _fill(engine: Any, quads: list[Any], size: int) -> None:
    """Write quads as a first build does."""
    from dateline.store.engine import Change

    for i in range(0, len(quads), size):
        engine.write([Change(quads[i].graph_name, None, quads[i : i + size])])
    engine.finish()


def raw(events: int, dump: Path, folder: Path) -> dict[str, float]:
    """pyoxigraph alone, on disk."""
    import pyoxigraph as ox

    bench = Bench()
    store = ox.Store(str(folder / "raw"))
    quads = list(ox.parse(path=dump, format=ox.RdfFormat.N_QUADS)) if events <= MANY else []
    bench.forget()
    if quads:
        bench.once("bulk load", lambda: (store.bulk_extend(quads), store.flush()))
        bench.remember()
        quads.clear()
    else:
        bench.once("bulk load from a file", lambda: (store.bulk_load(path=dump, format=ox.RdfFormat.N_QUADS), store.flush()))
    for name, query in QUERIES.items():
        if events <= MANY or name != "connected":

            def ask(query: str = query) -> None:
                found = store.query(PREFIXES + query, use_default_graph_as_union=True)
                if isinstance(found, ox.QuerySolutions):
                    for row in found:
                        [row[i].value for i in range(len(found.variables))]  # type: ignore[union-attr]

            bench.often(name, ask)
    return bench.told


def rdflib_memory(events: int, dump: Path, folder: Path) -> dict[str, float]:
    """rdflib in memory, all statements in one graph."""
    import rdflib

    quads = dump.read_text(encoding="utf-8").splitlines()
    triples = "\n".join(line[: line.rindex(" <")] + " ." for line in quads).encode()
    del quads
    bench = Bench()
    graph = rdflib.Graph()
    bench.once("bulk load", lambda: graph.parse(data=triples, format="nt"))
    bench.remember()
    for name, query in QUERIES.items():
        bench.often(name, lambda query=query: list(graph.query(PREFIXES + query)))
    bench.once("turtle", lambda: graph.serialize(folder / "r.ttl", format="turtle"))
    return bench.told


SYSTEMS = {"ours": ours, "raw": raw, "rdflib": rdflib_memory}


def make(events: int, dump: Path, folder: Path) -> dict[str, float]:
    """The store that is asked, made from articles as a build does, and its statements in a file for the others."""
    from dateline.store import open_store
    from dateline.store.exports import FORMATS

    bench = Bench()
    with open_store(folder / "store", merge=None if events <= MANY else apart) as store:
        bench.once("from articles", lambda: store.add(documents(events)))
        bench.told["peak, MiB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        bench.told["statements"] = len(store)
        if events <= MANY:
            store.write(FORMATS["nquads"].write(store), dump)
        else:
            store.write((f"{quad} .\n" for quad in store.quads()), dump)
    return bench.told


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--only", nargs="+", choices=tuple(SYSTEMS), default=list(SYSTEMS), metavar="SYSTEM")
    parser.add_argument("--child", nargs=3, metavar=("SYSTEM", "DUMP", "FOLDER"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        system, dump, folder = options.child
        print(json.dumps((SYSTEMS | {"make": make})[system](options.events, Path(dump), Path(folder))))
        return
    folder = Path(tempfile.mkdtemp(prefix="dateline-bench-"))
    try:
        found = {system: _child(system, options.events, folder) for system in ("make", *options.only)}
    finally:
        shutil.rmtree(folder)
    _print(options.events, found)


def _child(system: str, events: int, folder: Path) -> dict[str, float]:
    command = [sys.executable, __file__, "--events", str(events), "--child", system, str(folder / "dump.nq"), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "OMP_NUM_THREADS": "1"})
    if done.returncode:
        sys.exit(done.stderr[-3000:])
    told: dict[str, float] = json.loads(done.stdout)
    return told


def _print(events: int, found: dict[str, dict[str, float]]) -> None:
    made = found.pop("make")
    print(f"{events:,} events, {made['statements']:,.0f} statements, from articles in {made['from articles']:.1f} s,", end=" ")
    print(f"with {made['peak, MiB']:,.0f} MiB at most")
    rows = list(dict.fromkeys(name for told in found.values() for name in told))
    columns = list(found)
    ratios = [(a, b) for a, b in (("rdflib", "ours"), ("ours", "raw")) if a in found and b in found]
    print(f"| CPU | {' | '.join(columns)} | {' | '.join(f'{a} / {b}' for a, b in ratios)} |")
    print("|---" * (1 + len(columns) + len(ratios)) + "|")
    for name in rows:
        cells = [_shown(name, found[c].get(name)) for c in columns]
        shares = [_ratio(found[a].get(name), found[b].get(name)) for a, b in ratios]
        print(f"| {' | '.join([name, *cells, *shares])} |")


def _ratio(one: float | None, other: float | None) -> str:
    if not one or not other:
        return ""
    return f"> {LIMIT / other:.0f}" if one == inf else f"{one / other:.1f}"


def _shown(name: str, value: float | None) -> str:
    if value is None:
        return "–"
    if value == inf:
        return f"> {LIMIT:,} s"
    if "MiB" in name:
        return f"{value:,.0f}"
    return f"{value:.1f} s" if value >= 1 else f"{value * 1000:.2g} ms" if value < 0.01 else f"{value * 1000:.0f} ms"


if __name__ == "__main__":
    main()
