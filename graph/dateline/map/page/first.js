// Runs before the body is read: hides the long table while the rest is made, and brings it back if that fails.
document.documentElement.classList.add("scripted");
addEventListener("error", () => document.documentElement.classList.remove("scripted"));
