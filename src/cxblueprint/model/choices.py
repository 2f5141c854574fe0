"""What the words mean that a field chooses from, where they do not speak for themselves."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_COMPONENTS = {
    "people": "who does the work, and what they can do",
    "policy": "the rules they are held to",
    "process": "the way the work goes",
    "product": "what the customer gets",
}
_MATURITY = {
    "1": "by chance",
    "2": "now and then",
    "3": "as a rule",
    "4": "measured and mended",
    "5": "exemplary",
}

CHOICES: Mapping[tuple[str, str], Mapping[str, str]] = MappingProxyType(
    {
        ("Step", "emotion"): {
            "-2": "angry",
            "-1": "annoyed",
            "0": "neutral",
            "1": "content",
            "2": "delighted",
        },
        ("Stage", "phase"): {
            "aware": "hears that we are there",
            "choose": "weighs us against others",
            "buy": "decides and orders",
            "start": "gets it and begins to use it",
            "use": "lives with it",
            "get-help": "needs something from us",
            "renew": "decides whether to stay",
            "leave": "goes",
        },
        ("Journey", "state"): {"as-is": "as it is today", "to-be": "as it is to be"},
        ("Journey", "basis"): {
            "assumed": "we think so",
            "researched": "we looked into it",
            "validated": "customers have confirmed it",
        },
        ("Journey", "status"): {
            "draft": "customers do not travel it yet",
            "live": "customers travel it today",
        },
        ("Touchpoint", "automation"): {
            "human": "a person",
            "assisted": "a person with a machine's help",
            "automated": "a machine",
        },
        ("Handoff", "warmth"): {
            "warm": "the customer is introduced to who takes over",
            "cold": "the customer starts again",
        },
        ("ServiceStandard", "kind"): {
            "timeliness": "how soon something is done",
            "follow-up": "whether we get back to the customer in time",
            "loop-closure": "whether what was asked for is settled, and the customer knows",
            "accuracy": "whether it is right the first time",
            "availability": "whether it is there when it is wanted",
            "courtesy": "how customers are treated",
        },
        ("KPI", "kind"): {
            "perception": "what customers say of us",
            "outcome": "what comes of it, for customers and for us",
            "operational": "how well the work goes",
            "employee": "how it is to work here",
            "financial": "what it means in money",
        },
        ("KPI", "level"): {
            "relationship": "everything between the customer and us",
            "journey": "one journey",
            "touchpoint": "one touchpoint",
        },
        ("KPI", "polarity"): {"up": "higher is better", "down": "lower is better"},
        ("KPI", "aggregation"): {
            "sum": "they add up",
            "average": "each counts the same",
            "weighted-average": "the larger counts more",
            "minimum": "the lowest counts",
            "maximum": "the highest counts",
        },
        ("Cause", "attributed_to"): {
            "us": "our own doing",
            "customer": "the customer's doing",
            "partner": "a partner's doing",
            "outside": "nobody's among these, such as the weather",
        },
        ("Risk", "kind"): {
            "capacity": "more to do than we can do",
            "attrition": "colleagues leave faster than others learn the work",
            "outage": "something that we need does not work",
            "processing-error": "the work is done wrong",
            "supplier": "somebody whom we rely on lets us down",
            "demand": "more or fewer customers come than expected",
            "compliance": "a law or a contract is broken",
            "other": "anything else",
        },
        ("Rung", "kind"): {
            "functional": "somebody who knows more",
            "hierarchical": "somebody who may decide more",
        },
        ("RecoveryAction", "kind"): {
            "containment": "stops the harm at once",
            "corrective": "removes a cause, so that it does not come back",
        },
        ("Role", "skills"): {
            "technical": "knows the product and the tools",
            "interaction": "listens and speaks well",
            "influence": "wins others for a solution",
            "front-end-efficiency": "serves customers without losing time",
            "back-end-efficiency": "gets the work behind the scenes done without losing time",
            "urgency": "does not let things lie",
        },
        ("ListeningPost", "kind"): {
            "survey": "we ask questions",
            "complaint": "customers tell us what went wrong",
            "social": "we read what is said in public",
            "visit": "customers come and meet those who do the work, or we go to them",
            "peer-exchange": "customers talk with each other",
            "advisory-board": "chosen customers advise us",
            "meeting": "we talk regularly",
            "frontline": "colleagues who meet customers tell what they hear",
            "behaviour": "we look at what customers do",
            "mystery-shopping": "somebody plays a customer",
        },
        ("ReportBack", "what"): {
            "issues": "what we understood to be wrong",
            "plan": "what we will do about it",
            "dates": "by when",
            "outcome": "what came of it",
        },
        ("Initiative", "funding"): {
            "new": "money that was not there before",
            "reallocated": "money taken from elsewhere",
            "reprioritised": "other work is put off",
            "none": "decided to do it without",
        },
        ("Initiative", "components"): _COMPONENTS,
        ("Assessment", "component"): _COMPONENTS,
        ("Assessment", "current"): _MATURITY,
        ("Assessment", "desired"): _MATURITY,
        ("Policy", "kind"): {
            "rule": "says what is allowed and what is not",
            "code-of-practice": "says how we do things",
        },
        ("Policy", "mandate"): {"legal": "a law", "safety": "the safety of people"},
        ("Obligation", "kind"): {
            "legal": "a law",
            "contract": "what was agreed with a customer or a partner",
            "safety": "the safety of people",
        },
    }
)
"""By the name of a model and of its field, in the order of the model: each word and what it says.

Choices that are not in here, such as the kinds of a channel, need no explanation.
"""
