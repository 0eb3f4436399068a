"""Rules as their authors need them: checked, listed, timed, begun."""

from __future__ import annotations

from newsie.rulebook.check import Finding, check_rules
from newsie.rulebook.listing import ListedRule, list_rules, write_rules_page
from newsie.rulebook.profile import RuleProfile, profile_rules
from newsie.rulebook.template import add_rule

__all__ = [
    "Finding",
    "ListedRule",
    "RuleProfile",
    "add_rule",
    "check_rules",
    "list_rules",
    "profile_rules",
    "write_rules_page",
]
