"""Kills, full disks and read-only disks, for real."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from nrm.publish.folder import current_build, new_build

pytestmark = pytest.mark.slow

_WRITE = """
import sys
from pathlib import Path
from nrm.errors import BadBuild
from nrm.publish import new_build, write_tables
from tests.publish.made_up import made_up_frames
try:
    with new_build(Path(sys.argv[1])) as folder:
        write_tables(made_up_frames(text=sys.argv[2]), folder, sample=True)
        (folder / "large.bin").write_bytes(bytes(int(sys.argv[3])))
except BadBuild as error:
    print(error)
    sys.exit(2)
"""
_ROOT = Path(__file__).parents[2]


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_killed_at_any_moment_the_last_build_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "derived"
    expected: dict[str, dict[str, bytes]] = {}
    durations = []
    for text in ("one", "two"):
        began = time.monotonic()
        subprocess.run([sys.executable, "-c", _WRITE, target, text, "0"], check=True, cwd=_ROOT)
        durations.append(time.monotonic() - began)
        expected[text] = _contents(target)
    chance = random.Random(2016)
    for number in range(40):
        text = ("one", "two")[number % 2]
        process = subprocess.Popen([sys.executable, "-c", _WRITE, target, text, "0"], cwd=_ROOT)
        time.sleep(chance.uniform(0.3, 1.05) * min(durations))
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert _contents(current_build(target)) in expected.values()
    subprocess.run([sys.executable, "-c", _WRITE, target, "one", "0"], check=True, cwd=_ROOT)
    assert _contents(target) == expected["one"]
    builds = target.with_name("derived.builds")
    assert len([path for path in builds.iterdir() if path.name != ".lock"]) == 2


def test_killed_between_any_two_steps_the_last_build_is_whole(tmp_path: Path) -> None:
    """The moments that a random kill seldom meets: before each call that changes the disk."""
    script = f"""
import os, signal, sys
left = int(sys.argv[4])
def watch(event, arguments):
    global left
    if event in ("os.rename", "os.symlink", "os.rmdir", "os.mkdir", "os.remove", "os.utime"):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
from tests.publish.made_up import made_up_frames
sys.addaudithook(watch)
{_WRITE}
"""
    target = tmp_path / "derived"
    for text in ("zero", "one"):
        with new_build(target) as folder:
            (folder / "listings.csv").write_text(text)
    known = [_contents(target)]
    for step in range(1, 60):
        run = subprocess.run([sys.executable, "-c", script, target, "two", "0", str(step)], cwd=_ROOT, check=False)
        if run.returncode == 0:
            break
        assert run.returncode == -signal.SIGKILL
        now = _contents(current_build(target))
        assert now in known or "nrm.sqlite" in now
        known = [*known[:1], now]
    else:
        pytest.fail("the build never came to its end")
    assert step > 5
    assert "nrm.sqlite" in _contents(target)


@pytest.mark.parametrize("limit", [1_000, 50_000])
def test_a_limit_on_file_sizes_is_one_clear_line(tmp_path: Path, limit: int) -> None:
    target = tmp_path / "derived"
    with new_build(target) as folder:
        (folder / "listings.csv").write_text("one")
    before = _contents(tmp_path)
    limited = f"import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))\n"
    run = subprocess.run(
        [sys.executable, "-c", limited + _WRITE, target, "two", "100000"],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (2, "")
    assert run.stdout.count("\n") == 1
    assert "cannot be written" in run.stdout
    after = {name: text for name, text in _contents(tmp_path).items() if not name.endswith(".lock")}
    assert after == {name: text for name, text in before.items() if not name.endswith(".lock")}


@pytest.mark.parametrize(("options", "message"), [("size=64k", "No space left"), ("ro", "Read-only file system")])
def test_a_full_or_read_only_disk_is_one_clear_line(tmp_path: Path, options: str, message: str) -> None:
    if shutil.which("unshare") is None:
        pytest.skip("no unshare on this machine: a disk of its own cannot be made")
    mount = f"mount -t tmpfs -o {options} tmpfs {tmp_path}"
    probe = subprocess.run(["unshare", "-rm", "sh", "-c", mount], capture_output=True, check=False)
    if probe.returncode:
        pytest.skip(f"a disk of its own cannot be made here: {probe.stderr.decode().strip()}")
    run = subprocess.run(
        ["unshare", "-rm", "sh", "-c", f'{mount} && exec "$0" -c "$1" {tmp_path}/derived two 99999',
         sys.executable, _WRITE],
        cwd=_ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (run.returncode, run.stderr) == (2, "")
    assert run.stdout.count("\n") == 1
    assert message in run.stdout
