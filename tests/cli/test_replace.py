"""Writing in place: what fails leaves the old file, and two writers never cost each other's words."""

import os
import stat
from pathlib import Path

import pytest

from normalize.cli import replace
from normalize.cli.inout import read_input
from normalize.cli.replace import replace_file
from normalize.model import InputError

OLD, NEW = "The old words\r\n", "The new words\r\n"


@pytest.fixture
def path(tmp_path):
    file = tmp_path / ("ملف" * 30 + ".txt")
    file.write_bytes(OLD.encode())
    return file


def names(path):
    return sorted(other.name for other in path.parent.iterdir())


@pytest.mark.parametrize("call", ["fsync", "fchmod", "replace"])
def test_a_call_that_fails_leaves_the_old_file_alone(path, monkeypatch, call):
    source = read_input(str(path))

    def fails(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, fails)
    with pytest.raises(InputError, match="left as it was: No space left"):
        replace_file(source, NEW)
    assert (path.read_bytes(), names(path)) == (OLD.encode(), [path.name])


def test_what_a_killed_run_left_is_used_up(path, monkeypatch):
    def fails(_handle):
        raise OSError(5, "Input/output error")

    source = read_input(str(path))
    monkeypatch.setattr(Path, "unlink", lambda *_args, **_words: None)
    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(InputError, match="left as it was"):
        replace_file(source, NEW)
    assert len(names(path)) == 2
    monkeypatch.undo()
    replace_file(read_input(str(path)), NEW)
    assert (path.read_bytes(), names(path)) == (NEW.encode(), [path.name])


def test_a_run_in_progress_is_not_disturbed(path):
    source = read_input(str(path))
    with replace._beside(path):
        with pytest.raises(InputError, match="another run"):
            replace_file(source, NEW)
        assert len(names(path)) == 2
    assert (path.read_bytes(), names(path)) == (OLD.encode(), [path.name])


@pytest.mark.parametrize("by_renaming", [True, False])
def test_somebody_elses_change_is_never_overwritten(path, by_renaming):
    source = read_input(str(path))
    hand = path.with_name("hand") if by_renaming else path
    hand.write_bytes(b"By hand......\r\n")
    if by_renaming:
        hand.rename(path)
    else:  # same length, and the time put back
        os.utime(path, ns=(source.stat.st_atime_ns, source.stat.st_mtime_ns))
    with pytest.raises(InputError, match="changed by somebody else"):
        replace_file(source, NEW)
    assert path.read_bytes() == b"By hand......\r\n"
    assert names(path) == [path.name]


def test_the_folder_reaches_the_disk_as_well(path, monkeypatch):
    synced = []
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(stat.S_ISDIR(os.fstat(handle).st_mode)))
    replace_file(read_input(str(path)), NEW)
    assert synced == [False, True]


def test_a_backup_takes_the_place_of_an_older_one(path):
    path.chmod(0o604)
    backup = path.with_name(path.name + "~")
    backup.write_text("older")
    replace_file(read_input(str(path)), NEW, "~")
    assert (path.read_bytes(), backup.read_bytes()) == (NEW.encode(), OLD.encode())
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(backup.stat().st_mode) == 0o604
    assert path.stat().st_nlink == 1, "and the file can be written in place again"


@pytest.mark.parametrize("order", ["le", "be"])
def test_a_byte_order_mark_comes_back_in_its_own_order(path, order):
    path.write_bytes(("\ufeff" + OLD).encode(f"utf-16-{order}"))
    source = read_input(str(path), "utf-16")
    assert source.text == "\ufeff" + OLD
    replace_file(source, "\ufeff" + NEW)
    assert path.read_bytes() == ("\ufeff" + NEW).encode(f"utf-16-{order}")


def test_bytes_that_would_not_come_back_are_refused(path):
    path.write_bytes(b"+AGE-b")  # UTF-7 for "ab", which is written without the escape
    source = read_input(str(path), "utf-7")
    with pytest.raises(InputError, match="does not give its bytes back"):
        replace_file(source, NEW)
    assert path.read_bytes() == b"+AGE-b"


@pytest.mark.parametrize("encoding", ["utf-99", "base64", "undefined", "idna", ""])
def test_what_is_no_encoding_of_text_is_refused(path, encoding):
    path.write_bytes(b"\xff..")
    with pytest.raises(InputError):
        read_input(str(path), encoding)


def test_an_error_does_not_quote_the_text():
    source = read_input(os.devnull, "ascii")
    with pytest.raises(InputError, match="U\\+0642 cannot be written") as caught:
        source.encoded("قاآنی")
    assert "ق" not in str(caught.value)


def test_what_is_not_a_plain_file_of_ones_own_is_refused(path, monkeypatch, tmp_path):
    other = tmp_path / "other"
    os.link(path, other)
    with pytest.raises(InputError, match="other hard links"):
        replace_file(read_input(str(path)), NEW)
    other.unlink()
    with pytest.raises(InputError, match="not a plain file"):
        replace_file(read_input(os.devnull), NEW)
    source = read_input(str(path))
    monkeypatch.setattr(os, "fchown", lambda *_: None)
    fstat = os.fstat

    def foreign(handle):
        found = fstat(handle)
        return os.stat_result((*found[:4], found.st_uid + 1, *found[5:10])) if stat.S_ISREG(found.st_mode) else found

    monkeypatch.setattr(replace, "_is_at", lambda *_: True)
    monkeypatch.setattr(os, "fstat", foreign)
    with pytest.raises(InputError, match="belongs to somebody else"):
        replace_file(source, NEW)
    monkeypatch.undo()
    assert (path.read_bytes(), names(path)) == (OLD.encode(), [path.name])


def test_a_file_system_without_locks_is_written_all_the_same_but_never_twice_at_once(path, monkeypatch):
    def no_locks(*_args):
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(replace.fcntl, "flock", no_locks)
    replace_file(read_input(str(path)), NEW)
    assert (path.read_bytes(), names(path)) == (NEW.encode(), [path.name])
    source = read_input(str(path))
    with replace._beside(path), pytest.raises(InputError, match="one was killed: then delete"):
        replace_file(source, OLD)
    monkeypatch.setattr(replace, "fcntl", None)
    replace_file(source, OLD)
    assert path.read_bytes() == OLD.encode()


def test_a_scratch_file_that_appears_in_between_belongs_to_another_run(path, monkeypatch):
    source = read_input(str(path))
    left = replace._take_away_left

    def and_then_another_begins(scratch):
        left(scratch)
        scratch.touch()

    monkeypatch.setattr(replace, "_take_away_left", and_then_another_begins)
    with pytest.raises(InputError, match="another run is writing"):
        replace_file(source, NEW)
    assert path.read_bytes() == OLD.encode()


def test_a_scratch_file_taken_away_before_it_was_locked_is_not_written_to(path, monkeypatch):
    source = read_input(str(path))
    monkeypatch.setattr(replace, "_is_at", lambda *_: False)
    with pytest.raises(InputError, match="another run is writing it; run again"):
        replace_file(source, NEW)
    assert path.read_bytes() == OLD.encode()


def test_a_left_scratch_file_that_has_just_gone_means_the_text_has_changed(path, monkeypatch):
    source = read_input(str(path))
    with replace._beside(path) as (scratch, _):
        pass
    scratch.touch()
    monkeypatch.setattr(replace, "_is_at", lambda *_: False)
    with pytest.raises(InputError, match="changed by somebody else"):
        replace_file(source, NEW)
    assert path.read_bytes() == OLD.encode()
