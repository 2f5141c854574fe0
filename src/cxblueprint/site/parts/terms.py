"""Words of our pages and pictures that are no things of the model, in our own words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A word that a reader meets, and what it says."""

    word: str
    meaning: str
    """Sentences in plain words."""
    see: tuple[str, ...] = ()
    """The names of the words that go with it, as links on the glossary call them."""
    used_as: str = ""
    """How it is found on our pages, where that is not the word itself."""


TERMS: tuple[Term, ...] = (
    Term(
        "Backstage",
        "What is done for the customer out of the customer's sight, by the people who serve or by others"
        " behind them.",
        ("frontstage", "line-of-visibility", "action"),
    ),
    Term(
        "Baseline",
        "Where a measure or a standard stands today. Without it nobody can tell later whether anything has"
        " become better.",
        ("kpi", "service-standard"),
    ),
    Term(
        "Benchmark", "What others attain, so that we can tell what is good.", ("service-standard", "baseline")
    ),
    Term(
        "Business as usual (BAU)",
        "The day after a failure on which customers get again what they are used to.",
        ("recovery-plan",),
        "business as usual",
    ),
    Term(
        "Business day",
        "A day on which we are open, as a calendar says. Two business days from a Friday evening end on"
        " Tuesday, or later where a holiday lies between.",
        ("calendar",),
    ),
    Term(
        "Containment",
        "An action that stops the harm at once, whatever the cause may be. It does not keep it from coming"
        " back.",
        ("corrective-action", "recovery-action"),
    ),
    Term(
        "Corrective action",
        "An action that removes a cause, so that the same harm does not come back.",
        ("containment", "root-cause", "recovery-action"),
        "corrective",
    ),
    Term(
        "Critical path",
        "The actions of a recovery plan that wait for one another and so decide when it ends. If one of them"
        " takes a day longer, everything does.",
        ("slack", "recovery-plan"),
    ),
    Term(
        "Detractor",
        "A customer who would rather advise others against us: 0 to 6 on a scale from 0 to 10.",
        ("promoter", "inner-loop", "metric-nps"),
    ),
    Term(
        "Feelings",
        "How the customer feels at a step, from angry to delighted. In pictures they make a curve; its lowest"
        " point is where to begin.",
        ("step", "pain-point"),
    ),
    Term(
        "Finding",
        "What a rule has to say about one place of the blueprint: what is missing or unwise there, and what"
        " would mend it.",
        ("rule", "severity", "allowance"),
    ),
    Term(
        "Frontstage",
        "What the customer sees us do.",
        ("backstage", "line-of-visibility", "action"),
    ),
    Term(
        "Headline measure",
        "The one or two measures that show whether a recovery moves the needle. More than two, and nobody"
        " looks at any.",
        ("recovery-plan", "kpi"),
    ),
    Term(
        "Inner loop",
        "What is done about feedback for the one customer who gave it: call back, put it right, say sorry.",
        ("outer-loop", "loop", "listening-post"),
    ),
    Term(
        "Internal customer",
        "A colleague or a team whom another team serves. The same care is due to them as to anybody else.",
        ("segment", "operational-level-agreement"),
    ),
    Term(
        "Journey map",
        "A picture of a journey as the customer lives it: what they do, think and feel, step by step, with"
        " pain points and opportunities.",
        ("journey", "feelings", "service-blueprint"),
    ),
    Term(
        "Line of interaction",
        "The line in a service blueprint between what the customer does and what we do. Wherever something"
        " crosses it, customer and organisation meet.",
        ("service-blueprint", "line-of-visibility"),
    ),
    Term(
        "Line of internal interaction",
        "The line in a service blueprint below which others and systems support those who serve.",
        ("service-blueprint", "support"),
    ),
    Term(
        "Line of visibility",
        "The line in a service blueprint between what the customer sees us do and what happens out of sight.",
        ("service-blueprint", "frontstage", "backstage"),
    ),
    Term(
        "Main cause",
        "Among the causes of a failure, the one that explains the largest part of the harm. A recovery begins"
        " with it.",
        ("root-cause", "cause", "cause-share"),
    ),
    Term(
        "Moment of truth",
        "A step by which the customer judges the whole of us. What goes wrong there is remembered longest.",
        ("step",),
    ),
    Term(
        "Open request",
        "Something that a customer has asked for and that is not settled yet. Until it is, the customer waits"
        " to hear from us.",
        ("touchpoint", "handoff", "proactive-update"),
        "open request",
    ),
    Term(
        "Operational-level agreement",
        "A service standard between two teams: what one has agreed to deliver to the other, so that the"
        " promise to the customer can be kept.",
        ("service-standard", "handoff", "internal-customer"),
        "what is agreed",
    ),
    Term(
        "Opportunity",
        "What would make a step better for the customer.",
        ("step", "pain-point"),
        "opportunities",
    ),
    Term(
        "Outcome",
        "The step of a journey at which the customer has reached the goal.",
        ("journey", "step"),
    ),
    Term(
        "Outer loop",
        "What is done about the cause behind feedback, so that the next customers have nothing to complain"
        " of.",
        ("inner-loop", "loop", "root-cause"),
    ),
    Term(
        "Owner",
        "The one team that answers for something. Others may help, but there is never more than one that"
        " answers.",
        ("team",),
    ),
    Term("Pain point", "What makes a step hard for the customer.", ("step", "opportunity")),
    Term(
        "Phase",
        "The part of a customer's life with us to which a stage belongs, from hearing of us to leaving.",
        ("stage",),
    ),
    Term(
        "Physical evidence",
        "What the customer can see, hold or keep of a service: a letter, a receipt, a sign on the door.",
        ("touchpoint", "service-blueprint"),
    ),
    Term(
        "Profile",
        "How much a blueprint is asked for: *essential* is the least that no blueprint should lack,"
        " *recommended* is what most want, *exemplary* is for those who want to be held to everything.",
        ("rule", "finding"),
    ),
    Term(
        "Promoter",
        "A customer who would recommend us: 9 or 10 on a scale from 0 to 10.",
        ("detractor", "metric-nps"),
    ),
    Term(
        "Radio silence",
        "Nobody tells a waiting customer anything. It is a lack of communication, and no good news.",
        ("proactive-update", "silence"),
    ),
    Term(
        "Root cause",
        "What a failure comes from in the end. As long as it is there, the failure will come back.",
        ("main-cause", "cause", "corrective-action"),
    ),
    Term(
        "Rule",
        "A question that is put to every blueprint, such as whether each touchpoint has an owner. It has a"
        " page with its reasons and an example.",
        ("finding", "profile"),
    ),
    Term(
        "Service blueprint",
        "A picture of a journey from top to bottom: what the customer does, what the customer sees us do,"
        " what happens out of sight, and what supports it.",
        ("journey", "frontstage", "backstage", "line-of-visibility"),
    ),
    Term(
        "Service recovery",
        "How something that went wrong is put right for the customer, at once and on the spot.",
        ("fail-point", "recovery-plan"),
        "put right",
    ),
    Term(
        "Service-profit chain",
        "Employees who can do good work make customers who stay, and customers who stay make money. Measures"
        " that drive one another show whether the chain holds.",
        ("kpi", "climate"),
    ),
    Term(
        "Severity",
        "How loud a finding is: an *error* ■ harms customers or leads the blueprint astray, a *warning* ▲"
        " should be mended soon, a *remark* ● is good advice.",
        ("finding",),
        "severity",
    ),
    Term(
        "Silo",
        "A team that works by itself: what passes between it and its neighbours, and what they owe each"
        " other, is not agreed. Customers fall into the gaps.",
        ("handoff", "operational-level-agreement"),
    ),
    Term(
        "Slack",
        "How much later an action may begin without the whole plan ending later.",
        ("critical-path", "recovery-plan"),
    ),
    Term(
        "Support",
        "What other teams and systems do so that those who serve the customer can do their part.",
        ("line-of-internal-interaction", "system", "action"),
    ),
    Term(
        "Target",
        "What is to be reached, such as 90% within 4 hours: nine of ten are done by then. A target without a"
        " share says nothing about how many.",
        ("service-standard", "kpi", "promise"),
    ),
    Term(
        "Voice of the customer",
        "Everything that customers tell us, asked or unasked, in all the ways in which we listen.",
        ("listening-post",),
        "voice of the customer",
    ),
    Term(
        "Way to a person",
        "Where somebody who gets stuck with a machine reaches a human being.",
        ("touchpoint",),
    ),
)
"""In alphabetical order."""
