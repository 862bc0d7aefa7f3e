"""Gives the file for Anki to Anki's own engine, which is too heavy for every run of the tests; so it is run by hand when
the export changes (docs/exports.md):

    pip install anki                    (into an environment of its own, not into this repository)
    python anki_engine.py                      checks bank-anki.txt
    python anki_engine.py FILE...              checks files of your own

In a fresh profile: all notes come in, with their decks and tags; no card shows an identity or anything but its two fields;
one that was changed is changed at a second import, and what was reviewed, moved or suspended stays as it was.
"""

import pathlib
import re
import sys
import tempfile

from anki.collection import Collection, ImportCsvRequest

HERE = pathlib.Path(__file__).parent
SCHEDULE = "select id, nid, did, ord, type, queue, due, ivl, factor, reps, lapses, data from cards order by id"
HEADERS = {
    "#notetype:Basic": {"#separator:tab", "#html:true", "#guid column:1", "#deck column:4", "#tags column:5"},
    "#notetype:Image Occlusion": {"#separator:tab", "#html:true", "#guid column:1", "#deck column:6", "#tags column:7"},
}


def bring_in(col, folder, text):
    """Imports a text as Anki does when its dialog is confirmed without a change. Returns how many notes went which way."""
    path = str(folder / "notes.txt")
    pathlib.Path(path).write_bytes(text.encode())
    metadata = col.get_csv_metadata(path=path, delimiter=None)
    log = col.import_csv(ImportCsvRequest(path=path, metadata=metadata)).log
    names = ("new", "updated", "duplicate", "conflicting", "first_field_match", "missing_notetype", "missing_deck", "empty_first_field")
    return {name: len(getattr(log, name)) for name in names if len(getattr(log, name))}


def rows(text):
    """The notes of the file, by the rules that its first lines tell: tabs, a quote doubled within quotes, no line ends."""
    lines = text.split("\n")
    head = [line for line in lines if line.startswith("#")]
    (notetype,) = (line for line in head if line in HEADERS)
    assert HEADERS[notetype] <= set(head), f"headers are missing: {HEADERS[notetype] - set(head)}"
    cell = lambda cell: cell[1:-1].replace('""', '"') if cell.startswith('"') else cell
    return [[cell(part) for part in line.split("\t")] for line in lines[len(head) :] if line]


def check(path):
    text = path.read_bytes().decode()
    notes = rows(text)
    count = len(notes)
    assert count >= 4 and len({note[0] for note in notes}) == count, "too few notes, or an identity twice"
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        col = Collection(str(folder / "collection.anki2"))
        said = bring_in(col, folder, text)
        assert said == {"new": count}, said
        print(f"  fresh profile: {count} notes come in, all new")

        by_guid = {col.get_note(nid).guid: col.get_note(nid) for nid in col.find_notes("")}
        assert set(by_guid) == {note[0] for note in notes}
        for guid, front, back, deck, tags in notes:
            note = by_guid[guid]
            assert note.note_type()["name"] == "Basic" and note.values() == [front, back], guid
            assert sorted(note.tags) == sorted(set(tags.split())), (guid, note.tags)
            (card,) = note.cards()
            assert col.decks.name(card.did) == deck, guid
            # Rendered by Anki's templates: the two fields and nothing besides.
            question = re.sub(r"(?s)<style>.*?</style>", "", card.question())
            answer = re.sub(r"(?s)<style>.*?</style>", "", card.answer())
            assert question == front, (guid, question)
            assert re.fullmatch(re.escape(front) + r"\s*<hr id=answer>\s*" + re.escape(back), answer), (guid, answer)
            # An id of several words joined by hyphens is no word of any text.
            own = guid.removeprefix("palpate:")
            assert guid not in answer and (own.count("-") < 2 or own not in answer), f"{guid} is printed on its card"
        decks = sorted({note[3] for note in notes})
        print(f"  decks: {', '.join(decks)}")
        print(f"  tags: {', '.join(sorted(tag for tag in col.tags.all()))}")
        print("  no card shows its identity, or anything but front and back")

        # What a learner does in between: one is reviewed, one is moved to another deck, one is suspended.
        reviewed, moved, suspended, other = (by_guid[note[0]] for note in notes[:4])
        col.decks.select(reviewed.cards()[0].did)
        for card in col.sched.get_queued_cards(fetch_limit=count).cards:
            if card.card.note_id == reviewed.id:
                break
        card = reviewed.cards()[0]
        card.start_timer()
        col.sched.answerCard(card, 4)
        col.set_deck([moved.cards()[0].id], col.decks.id("Mine"))
        col.sched.suspend_cards([suspended.cards()[0].id])
        before = col.db.all(SCHEDULE)
        kept = reviewed.cards()[0]
        assert kept.reps == 1 and kept.ivl > 0

        said = bring_in(col, folder, text)
        assert said == {"duplicate": count}, said
        assert col.db.all(SCHEDULE) == before
        print("  the same file again: nothing new, nothing changed")

        changed = [note[0] for note in notes[:3]]
        lines = text.split("\n")
        for at, line in enumerate(lines):
            if line.split("\t")[0] in changed:
                cells = line.split("\t")
                # Front and back both, so that no first field could be what the note is known by.
                cells[1] = cells[1].replace("<p>", "<p>New wording. ", 1)
                cells[2] = cells[2].replace("<div", "<div title=''", 1)
                lines[at] = "\t".join(cells)
        said = bring_in(col, folder, "\n".join(lines))
        assert said == {"updated": 3, "duplicate": count - 3}, said
        assert col.db.all(SCHEDULE) == before, "the schedule was changed"
        assert col.note_count() == count and col.card_count() == count
        for guid in changed:
            assert "New wording. " in col.get_note(by_guid[guid].id)["Front"]
        assert "New wording" not in col.get_note(other.id)["Front"]
        card = reviewed.cards()[0]
        print(f"  three notes reworded: 3 updated, {count - 3} as they were, no doubles")
        print(f"  the reviewed one keeps its schedule: interval {card.ivl} days, due day {card.due}, {card.reps} review;")
        print("  the moved one stays in its deck, the suspended one suspended")
        col.close()


def check_drawings(path):
    """The same for the notes with pictures, which have a card for each box."""
    text = path.read_bytes().decode()
    notes = rows(text)
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        col = Collection(str(folder / "collection.anki2"))
        said = bring_in(col, folder, text)
        assert said == {"new": len(notes)}, said
        cards = 0
        for note in (col.get_note(nid) for nid in col.find_notes("")):
            (row,) = (row for row in notes if row[0] == note.guid)
            assert note.note_type()["name"] == "Image Occlusion" and note.values() == [*row[1:5], ""], note.guid
            numbers = [int(number) for number in re.findall(r"\{\{c(\d+)::image-occlusion:rect:", row[1])]
            assert sorted(card.ord + 1 for card in note.cards()) == sorted(numbers), note.guid
            boxes = col.get_image_occlusion_note(note.id).note.occlusions
            assert len(boxes) == len(numbers) and all(box.shapes[0].shape == "rect" for box in boxes)
            for card in note.cards():
                assert col.decks.name(card.did) == row[5] and row[2] in card.question() and note.guid not in card.answer()
                assert len(re.findall('class="cloze"', card.question())) == 1, "one box is asked for"
            cards += len(numbers)
        assert not col.media.check().missing, "Anki takes a picture for a media file"
        print(f"  fresh profile: {len(notes)} notes come in with {cards} cards, a box each; no media file is missed")

        col.decks.select(col.decks.id("Palpate::Drawings"))
        card = col.sched.getCard()
        card.start_timer()
        col.sched.answerCard(card, 4)
        before = col.db.all(SCHEDULE)
        said = bring_in(col, folder, text.replace("Which name", "New wording: which name"))
        assert said == {"updated": len(notes)}, said
        assert col.db.all(SCHEDULE) == before and col.card_count() == cards
        card.load()
        print(f"  all reworded: {len(notes)} updated, no doubles; the reviewed card keeps its schedule: interval {card.ivl}, {card.reps} review")
        col.close()


for path in [pathlib.Path(name) for name in sys.argv[1:]] or [HERE / "bank-anki.txt"]:
    print(f"{path.name}:")
    (check_drawings if "#notetype:Image Occlusion" in path.read_text(encoding="utf-8") else check)(path)
