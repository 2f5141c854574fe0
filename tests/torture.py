"""Texts that break pictures, and blueprints that say them wherever something can be said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

TEXTS = {
    "plain": "Opens the bill and compares it with the offer",
    "markup": "<script>alert(1)</script> & \"quotes\" 'x' ]]> <!-- --> </text><image href=x onerror=y>",
    "html-label": "<b>x</b>",
    "dot": 'say "hi"; \\N \\G \\l " -> n0 [label=x]; } \\',
    "entities": "R&amp;D &lt;b&gt; &#65;",
    "lines": "one\ntwo\r\nthree\u2028four",
    "long-word": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "capitals": "W" * 80,
    "thousand": "word " * 200,
    "control": "a\x07b\x1b[31mc\u202ed",
    "nothing-visible": "\x07",
    "arabic": "يختار العميل موعدًا مناسبًا للفني عبر التطبيق (24 ساعة) Wi-Fi.",
    "hebrew": "הלקוח בוחר מועד נוח באפליקציה (Wi-Fi).",
    "chinese": "客戶在應用程式中選擇適合技術人員上門的時間，並確認地址",
    "japanese": "お客様は技術者を迎え、「設置場所」を案内します。",
    "korean": "고객은 앱에서 기술자에게 적합한 시간을 선택합니다",
    "devanagari": "ग्राहक तकनीशियन को अंदर आने देता है और कमरे दिखाता है",
    "tamil": "வாடிக்கையாளர் செயலியில் தொழில்நுட்ப வல்லுநருக்கு நேரத்தைத் தேர்வு செய்கிறார்",
    "thai": "ลูกค้าเลือกเวลานัดหมายที่เหมาะสมสำหรับช่างเทคนิคผ่านแอป",
    "greek": "Ο πελάτης επιλέγει την ώρα. Клиент выбирает время.",
    "emoji": "\U0001f469\u200d\U0001f4bb waits \U0001f600 \U0001f468\u200d\U0001f467 \U0001f1e9\U0001f1ea",
    "accents": "Z\u0301\u0302\u0303\u0304\u0305\u0306\u0307algo Z\u0336a\u0336l\u0336g\u0336o",
}


def saying(texts: Mapping[str, str]) -> dict[str, Any]:
    """Return a blueprint with one of everything for each text, by its key, that says it everywhere.

    Its journey has a stage and a step for each, then a step of the customer alone. It replaces a second
    journey of the same steps in which only the feelings differ. It has one plan of either kind.
    """
    keys = list(texts)
    others = [*keys[1:], keys[0]]
    whole = {
        "id": "b",
        "title": texts[keys[0]],
        "purpose": texts[keys[0]],
        **{
            name: [make(key, text, other) for (key, text), other in zip(texts.items(), others, strict=True)]
            for name, make in _THINGS.items()
        },
        "teams": [_team(order, keys, text) for order, text in enumerate(texts.values())],
        "kpis": [_kpi(order, keys, text) for order, text in enumerate(texts.values())],
        "handoffs": [
            {
                "id": f"from-{one}", "giver": one, "receiver": other, "passes": [texts[one]],
                "name": texts[one], "agreement": one if order % 2 else None,
            }
            for order, (one, other) in enumerate(pairwise(keys))
        ],
        "journeys": [
            _journey("trip", texts, state="to-be", replaces="before"),
            _journey("before", texts, emotion=-2),
        ],
        "escalation_policies": [_policy(texts)],
        "recovery_plans": [_recovery(texts)],
    }  # fmt: skip
    found: dict[str, Any] = _stated(whole)
    return found


def everywhere(text: str) -> dict[str, Any]:
    """Return a blueprint in which every text is this one."""
    return saying({"one": text, "two": text})


def _stated(value: Any) -> Any:  # noqa: ANN401  # JSON
    """Return plain data without what is None, for what nobody states is left out."""
    if isinstance(value, dict):
        return {key: _stated(item) for key, item in value.items() if item is not None}
    return [_stated(item) for item in value] if isinstance(value, list) else value


def _team(order: int, keys: list[str], text: str) -> dict[str, Any]:
    functions = ("executive", "cx", "customer-service", "operations", "marketing", "it", "partner")
    return {
        "id": keys[order], "name": text, "function": functions[order % len(functions)],
        "reports_to": keys[(order - 1) // 2] if order else None, "executive_seat": order < 3,
        "employee_kpis": [keys[order]],
        "climate": {"teamwork": "poor", "communication": "fair"},
    }  # fmt: skip


def _kpi(order: int, keys: list[str], text: str) -> dict[str, Any]:
    # One long chain would have too many columns for any picture: every third one drives nothing.
    return {
        "id": keys[order], "name": text, "metric": "ces", "scale": "1-7", "polarity": "up", "baseline": 4.9,
        "target": "at least 5.8", "due": "2027-06-30", "owner": keys[order], "source": text, "action": text,
        "unit": text, "formula": text, "drives": [] if order % 3 == 2 else [keys[(order + 1) % len(keys)]],
    }  # fmt: skip


def _touchpoint(key: str, text: str, other: str) -> dict[str, Any]:
    return {
        "id": key, "name": text, "channel": key, "owner": key, "opens_request": True,
        "physical_evidence": [text, text], "needs": [text],
        "frontstage": [{"text": text}, {"text": text, "team": other}],
        "backstage": [{"text": text, "system": key}, {"text": text, "team": other}],
        "support": [{"text": text, "system": key}, {"system": key, "team": other}],
        "standards": [key], "kpis": [key], "segments": [key],
    }  # fmt: skip


_THINGS: Mapping[str, Callable[[str, str, str], dict[str, Any]]] = {
    "channels": lambda key, text, _: {"id": key, "name": text, "kind": "web"},
    "systems": lambda key, text, _: {"id": key, "name": text, "owner": key},
    "segments": lambda key, text, _: {"id": key, "name": text, "worth": "high", "needs": [text]},
    "personas": lambda key, text, _: {"id": key, "name": text, "segment": key, "goals": [text]},
    "roles": lambda key, text, _: {
        "id": key, "name": text, "team": key, "title": text, "level": "manager", "responsibilities": [text],
        "judged_by": [key],
    },
    "standards": lambda key, text, _: {
        "id": key, "name": text, "target": "90% within 3s", "starts": text, "ends": text, "owner": key,
        "escalation": "way-up",
    },
    "promises": lambda key, text, _: {
        "id": key, "statement": text, "target": "95% within 3bd", "made_by": key, "made_at": key,
        "path": [key], "remedy": text, "name": text,
    },
    "risks": lambda key, text, _: {
        "id": key, "name": text, "threatens": [f"touchpoint:{key}", "journey:trip"], "signal": text,
        "owner": key, "response": text,
    },
    "causes": lambda key, text, _: {"id": key, "name": text, "attributed_to": "us"},
    "touchpoints": _touchpoint,
    "initiatives": lambda key, text, _: {
        "id": key, "name": text, "objective": text, "improves": [key], "sponsor": key,
        "addresses": [f"cause:{key}"], "starts": "2027-01-04", "ends": "2027-06-30",
    },
    "listening_posts": lambda key, text, _: {"id": key, "name": text, "covers": [f"touchpoint:{key}"]},
}  # fmt: skip


def _journey(journey_id: str, texts: Mapping[str, str], *, emotion: int | None = None, **more: Any) -> Any:  # noqa: ANN401  # JSON
    keys = list(texts)
    stages: list[dict[str, Any]] = []
    for order, (key, text) in enumerate(texts.items()):
        step = {
            "id": key, "touchpoint": key, "name": text, "customer": text, "thinking": text,
            "actor": key, "pains": [text, text], "opportunities": [text],
            "emotion": order % 5 - 2 if emotion is None else emotion, "wait": "3bd", "moment_of_truth": True,
            "fail_points": [{"text": text, "service_recovery": text}],
        }  # fmt: skip
        if order < 2:
            following = keys[order + 1] if order + 1 < len(keys) else "alone"
            step["next"] = [{"to": following, "when": text, "share": 0.3}, {"to": keys[0], "when": text}]
        stages.append({"name": text, "steps": [step]})
    alone = {"id": "alone", "name": texts[keys[0]], "customer": texts[keys[0]]}
    stages[-1]["steps"].append(alone)
    return {
        "id": journey_id, "name": texts[keys[0]], "segments": keys, "owner": keys[0], "kpis": keys,
        "outcome": "alone", "stages": stages, **more,
    }  # fmt: skip


def _policy(texts: Mapping[str, str]) -> dict[str, Any]:
    first = next(iter(texts.values()))
    return {
        "id": "way-up", "name": first, "clock_start": first, "who_may_flag": first,
        "customer_told_after": "1h", "protects": list(texts),
        "levels": [
            {"role": key, "after": f"{order + 1}h", "kind": "hierarchical"} for order, key in enumerate(texts)
        ],
    }  # fmt: skip


def _recovery(texts: Mapping[str, str]) -> dict[str, Any]:
    keys, first = list(texts), next(iter(texts.values()))
    return {
        "id": "back", "name": first, "trust_regained": first, "started": "2027-01-04",
        "causes": [{"cause": key, "share": round(1 / len(keys), 3)} for key in keys],
        "actions": [
            {
                "id": key, "text": text, "kind": "corrective", "lead_time": f"{order + 1}bd", "owner": key,
                "after": [keys[order - 1]] if order else [], "addresses": [key],
            }
            for order, (key, text) in enumerate(texts.items())
        ],
        "milestones": [{"name": text, "date": "2027-03-01"} for text in texts.values()],
        "reviewed_on": "2027-01-05", "committed_on": "2027-01-06", "committed_to": "2027-06-30",
        "bau_date": "2027-07-31", "headline": keys, "closure_confirmed": {"by": first},
    }  # fmt: skip
