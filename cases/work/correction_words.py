"""Corrections in words: which field, the text before and after, by whom, when and why."""

import json
from collections.abc import Iterable
from typing import Any

from cases.language import tr
from cases.work.hearing_records import Correction
from cases.work.history import field_words
from cases.work.times import short_time


def correction_words(one: Correction, zone: str) -> tuple[str, str, str, str]:
    """Give (field, text before, text after, by whom and when and why)."""
    why = tr("alasan: {alasan}", alasan=one.reason) if one.reason else ""
    under = "  ·  ".join(filter(None, (short_time(one.at, zone), one.officer, why)))
    return field_words(one.field), _said(one.before), _said(one.after), under


def corrected_words(corrections: Iterable[Correction], entity: str) -> str:
    """Say which fields of one thing were corrected with a reason; empty: none."""
    fields = dict.fromkeys(
        field_words(one.field) for one in corrections if one.entity == entity and one.reason
    )
    return tr("diperbaiki: {isian}", isian=", ".join(fields)) if fields else ""


def _said(text: str) -> str:
    value: Any = json.loads(text)
    if isinstance(value, dict):
        value = value.get("answer", value.get("text", ""))
    if isinstance(value, bool):
        return tr("Ya") if value else tr("Tidak")
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value) or tr("(kosong)")
