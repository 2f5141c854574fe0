"""Recovery: back to normal by a date that holds, with the cause removed and the customer beside."""

from .rec001_no_root_cause import no_root_cause
from .rec002_main_cause_unaddressed import main_cause_unaddressed
from .rec003_no_containment import no_containment
from .rec004_dates_do_not_fit import dates_do_not_fit
from .rec005_circular_actions import circular_actions
from .rec006_no_bau_date import no_bau_date
from .rec007_committed_before_review import committed_before_review
from .rec008_no_slack import no_slack
from .rec009_headline_count import headline_count
from .rec010_headline_without_baseline import headline_without_baseline
from .rec011_no_review_with_customer import no_review_with_customer

RULES = (
    no_root_cause,
    main_cause_unaddressed,
    no_containment,
    dates_do_not_fit,
    circular_actions,
    no_bau_date,
    committed_before_review,
    no_slack,
    headline_count,
    headline_without_baseline,
    no_review_with_customer,
)
