"""People: who serves, what they are chosen for, and how it is for them."""

from .ppl001_facing_customers_without_skills import facing_customers_without_skills
from .ppl002_technical_skills_only import technical_skills_only
from .ppl003_no_sense_of_urgency import no_sense_of_urgency
from .ppl004_ornamental_title import ornamental_title
from .ppl005_cx_role_without_kpis import cx_role_without_kpis
from .ppl006_degraded_climate import degraded_climate
from .ppl007_frontstage_without_ex_measure import frontstage_without_ex_measure
from .ppl008_broken_service_profit_chain import broken_service_profit_chain
from .ppl009_no_coaching import no_coaching
from .ppl010_ex_and_cx_apart import ex_and_cx_apart

RULES = (
    facing_customers_without_skills,
    technical_skills_only,
    no_sense_of_urgency,
    ornamental_title,
    cx_role_without_kpis,
    degraded_climate,
    frontstage_without_ex_measure,
    broken_service_profit_chain,
    no_coaching,
    ex_and_cx_apart,
)
