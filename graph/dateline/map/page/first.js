// Runs before the body is read: says so where the rest of the script fails.
document.documentElement.classList.add("scripted");
const failed = () => {
  if (document.documentElement.dataset.ready) return;
  document.documentElement.classList.remove("scripted");
  const note = document.getElementById("failed");
  if (note) note.hidden = false;
};
addEventListener("error", failed);
addEventListener("unhandledrejection", failed);
