"""How the language pipeline is trained. Needs the extra `train`; nothing else imports it."""
