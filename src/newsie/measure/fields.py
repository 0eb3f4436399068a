"""The fields that metrics and targets share: what a number says, and of what."""

from __future__ import annotations

from typing import Annotated, TypeVar

from pydantic import Field

from newsie.values import (
    ASPECT_MEANINGS,
    BASIS_MEANINGS,
    COMPARATOR_MEANINGS,
    Basis,
)

Number = int | float

# Metrics always have these, targets where they have a number: `Value[Number]`.
_Type = TypeVar("_Type")
Indicator = Annotated[_Type, Field(description="指标: What is measured, without the number.")]
Value = Annotated[
    _Type, Field(description="数值: With 万 and 亿 folded in; the lower end of a range.")
]
Bound = Annotated[
    _Type,
    Field(
        description="比较: How the words bound the value.",
        json_schema_extra={"x-values": COMPARATOR_MEANINGS},
    ),
]
Measured = Annotated[
    _Type,
    Field(
        description="方面: What of the indicator the number gives.",
        json_schema_extra={"x-values": ASPECT_MEANINGS},
    ),
]

Subject = Annotated[
    str | None,
    Field(description="主体: Whose it is: a place, organisation or firm, in its fullest wording."),
]
Highest = Annotated[Number | None, Field(description="数值上限: The upper end of a range.")]
Unit = Annotated[
    str | None, Field(description="单位: As written, without 万 and 亿 (元 平方米 % 位).")
]
MeasuredAgainst = Annotated[
    Basis | None,
    Field(
        description="基准: What a change is measured against.",
        json_schema_extra={"x-values": BASIS_MEANINGS},
    ),
]
PeriodText = Annotated[str | None, Field(description="时期原文: The words that give it.")]
Low = Annotated[
    Number | None,
    Field(description="下限: The least that the words allow; null where left open (不足 约)."),
]
High = Annotated[
    Number | None,
    Field(
        description="上限: The most that the words allow: 近七成 70, 20余家 30; null for 超3亿元."
    ),
]
BaseValue = Annotated[
    Number | None, Field(description="起点值: A of 由A提高到B, where this number is B.")
]
PartOf = Annotated[
    str | None,
    Field(description="所属总量: The id of the metric or target that this one breaks down (其中)."),
]
