"""The fictional chamber of the demo: its partners, people, cases and meetings, the same for the same day.

Nothing here is real. The municipality of Wijkerveen does not exist, the local foundations are invented, and so is
everybody in it; a name that somebody bears is chance. Everything is data and pure functions of the day.
"""
