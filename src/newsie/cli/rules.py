"""`newsie rules`: check, list, profile and begin rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsie.cli.display import fail
from newsie.cli.options import Gazetteers, Rules, Types, read_types

if TYPE_CHECKING:
    from newsie.rulebook import ListedRule

rules_app = typer.Typer(
    rich_markup_mode=None, help="Check, list, profile and begin rules.", no_args_is_help=True
)


@rules_app.command("check")
def check_folder(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="A folder of rule files.", show_default=False)
    ],
    gazetteers: Gazetteers = None,
) -> None:
    """Check rules: that they load, match their examples only, and do what DIR/tests says.

    Exit status: 0 all is well; 1 something is wrong; 2 the rules cannot be loaded.
    """
    from newsie.errors import NewsieError
    from newsie.rulebook import check_rules

    if not folder.is_dir():
        fail(f"{folder}: no such folder")
    try:
        count, findings = check_rules(folder, gazetteers)
    except NewsieError as error:
        fail(error)
    for finding in findings:
        note = "" if finding.wrong else "note: "
        typer.echo(f"{finding.where}: {note}{finding.text}")
    wrong = sum(finding.wrong for finding in findings)
    typer.echo(f"{count} rules, {wrong} things wrong")
    raise typer.Exit(1 if wrong else 0)


@rules_app.command("list")
def print_rules(
    types: Types = None,
    rules: Rules = None,
    gazetteers: Gazetteers = None,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="The shipped rules, in full, as a page.")
    ] = False,
) -> None:
    """List the rules in the order in which they are tried: id, confidence, cases, an example."""
    from newsie.errors import NewsieError
    from newsie.records import RECORD_MODELS
    from newsie.rulebook import list_rules, write_rules_page

    if markdown:
        typer.echo(write_rules_page(), nl=False)
        return
    try:
        wanted = RECORD_MODELS.keys() if types is None else read_types(types)
        listed = list_rules(rules, gazetteers)
    except NewsieError as error:
        fail(error)
    for one in listed:
        if one.rule.record_type in wanted:
            typer.echo(_tell(one))


def _tell(listed: ListedRule) -> str:
    sure = "   -" if listed.confidence is None else f"{listed.confidence:.2f}"
    own = " (yours)" if listed.is_own else ""
    example = listed.rule.data.examples[0]
    return f"{listed.rule.id + own:<36} {sure} {listed.cases:>5}  {example}"


@rules_app.command("profile")
def print_profile(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT", help="Texts, web pages, dumps.", show_default=False),
    ],
    rules: Rules = None,
    gazetteers: Gazetteers = None,
    most: Annotated[
        int | None,
        typer.Option("--limit", metavar="N", min=1, help="The N slowest rules; all, if not given."),
    ] = None,
) -> None:
    """Count and time every rule on documents: tried, held, records made, seconds."""
    from newsie.api import documents
    from newsie.errors import ArticleError, NewsieError
    from newsie.pipeline import Extractor
    from newsie.rulebook import profile_rules

    try:
        extractor = Extractor(rules=rules, gazetteers=gazetteers)
        profiles = profile_rules(extractor, documents(*inputs))
    except (NewsieError, ArticleError) as error:
        fail(error)
    total = sum(profile.nanoseconds for profile in profiles) or 1
    typer.echo(f"{'rule':<36} {'tried':>8} {'held':>8} {'records':>8} {'ms':>9} {'share':>6}")
    for profile in profiles[:most]:
        typer.echo(
            f"{profile.rule.id:<36} {profile.tried:>8} {profile.held:>8} {profile.records:>8} "
            f"{profile.nanoseconds / 1e6:>9.2f} {profile.nanoseconds / total:>6.1%}"
        )


@rules_app.command("new")
def begin_rule(
    name: Annotated[
        str,
        typer.Argument(
            metavar="TYPE/ID", help="Its record type and id: activity/toured.", show_default=False
        ),
    ],
    example: Annotated[
        str, typer.Argument(metavar="SENTENCE", help="A sentence to match.", show_default=False)
    ],
    folder: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="The folder of your rules.")
    ] = Path("rules"),
    gazetteers: Gazetteers = None,
) -> None:
    """Begin a rule: its pattern drafted from a sentence, and a row that tests it."""
    from newsie.errors import NewsieError
    from newsie.rulebook import add_rule

    record_type, _, rule_id = name.partition("/")
    try:
        rule_file, test_file = add_rule(folder, record_type, rule_id, example, gazetteers)
    except NewsieError as error:
        fail(error)
    except OSError as error:
        fail(f"{error.filename}: {error.strerror}")
    typer.echo(f"{rule_file}: the rule; make its pattern say what matters, and no more")
    typer.echo(f"{test_file}: its test; say what record should come out")
    typer.echo(f"then: newsie rules check {folder}")
