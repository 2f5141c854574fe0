"""Value: for whom it is, what they gain and feel, and what they are worth."""

from .val001_no_purpose import no_purpose
from .val002_journey_without_segment import journey_without_segment
from .val003_journey_without_value import journey_without_value
from .val004_journey_without_emotion import journey_without_emotion
from .val005_no_measure_of_trust import no_measure_of_trust
from .val006_segment_without_worth import segment_without_worth
from .val007_emotional_low_without_answer import emotional_low_without_answer
from .val008_internal_customers_forgotten import internal_customers_forgotten

RULES = (
    no_purpose,
    journey_without_segment,
    journey_without_value,
    journey_without_emotion,
    no_measure_of_trust,
    segment_without_worth,
    emotional_low_without_answer,
    internal_customers_forgotten,
)
