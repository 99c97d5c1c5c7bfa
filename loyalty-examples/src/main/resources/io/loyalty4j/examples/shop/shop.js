// The slider and the number beside it say the same. Without scripts the server takes the one that was changed.
const slider = document.getElementById("slider");
const points = document.getElementById("points");
if (slider && points) {
  slider.addEventListener("input", () => { points.value = slider.value; });
  points.addEventListener("input", () => { slider.value = points.value || 0; });
}
