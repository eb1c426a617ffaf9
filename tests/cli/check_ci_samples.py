"""The hook and script of samples/ci in a real Git repository: check_ci_samples.py PARALLAX ROOT"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

program, source = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve() / "samples/ci"
APPROVED = "Source: Ministry of Rivers\n\nIn the flood at Solm, 14 people were killed. The dam at Solm is closed.\n"
WRONG = APPROVED.replace("14 people", "19 people")


def environment(**more):
    base = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "PARALLAX"))}
    return {**base, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "PARALLAX": program, **more}


def run(*command, expected=0, **env):
    result = subprocess.run(command, capture_output=True, text=True, env=environment(**env))
    assert result.returncode == expected, (command, result.returncode, result.stdout, result.stderr)
    return result.stdout + result.stderr


def commit(expected=0, **env):
    return run("git", "commit", "-m", "Change", expected=expected, **env)


def write(name, text):
    path = pathlib.Path(name)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    run("git", "add", name)


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    run("git", "init", "-q")
    run("git", "config", "user.name", "Press Office")
    run("git", "config", "user.email", "press@example.org")
    for name in ("pre-commit", "check-drafts.sh"):
        shutil.copy(source / name, ".git/hooks")
    os.chmod(".git/hooks/pre-commit", 0o755)

    write("notes.txt", "nothing to compare")
    commit()
    write("approved/flood plan.txt", APPROVED)
    write("drafts/flood plan.txt", APPROVED)
    write("drafts/new.txt", APPROVED)
    assert "no approved text" in commit()

    write("drafts/flood plan.txt", WRONG)
    said = commit(expected=1)
    assert "[14]" in said and "[19]" in said and "The commit is stopped" in said, said

    # What is staged counts, whatever lies in the folder.
    pathlib.Path("drafts/flood plan.txt").write_text(APPROVED)
    commit(expected=1)
    run("git", "add", "drafts")
    write("approved/flood plan.txt", APPROVED + "\nWe thank the helpers.\n")
    commit()
    write("approved/flood plan.txt", WRONG)
    commit(expected=1)
    run("git", "reset", "-q", "--hard")

    # Accepted findings pass, others do not.
    write("drafts/flood plan.txt", WRONG)
    os.mkdir("accepted")
    run(program, "compare", "drafts/flood plan.txt", "approved/flood plan.txt", "--write-baseline", "accepted/flood plan.txt.json")
    run("git", "add", "accepted")
    commit()
    write("drafts/flood plan.txt", WRONG.replace("is closed", "is not closed"))
    assert "[19]" not in commit(expected=1).split("ACCEPTED")[0]

    # A severity of one's own; reports; a program that is not there.
    script = str(source / "check-drafts.sh")
    run("bash", script, PARALLAX_FAIL_ON="role")
    run("bash", script, expected=1, PARALLAX_REPORTS="reports")
    assert json.loads(pathlib.Path("reports/flood plan.txt.sarif").read_text())["version"] == "2.1.0"
    assert "<failure" in pathlib.Path("reports/flood plan.txt.junit.xml").read_text()
    assert "not installed" in run("bash", script, expected=2, PARALLAX="no-such-parallax")
    run("bash", script, expected=2, PARALLAX_FAIL_ON="nonsense")

print("samples/ci: all checks passed")
