// What can be on the board: lines and texts, in the canvas's own units.

const [WIDTH, HEIGHT, SHARPNESS] = [960, 480, 1.5];
const COLOURS = { black: "#000000", blue: "#0072B2", red: "#D55E00", green: "#009E73" };
const [PEN, RUBBER, LETTERS] = [2.5, 26, 20];

function drawText(pen, { x, y, text, colour }) {
  pen.fillStyle = colour;
  pen.font = `${LETTERS}px sans-serif`;
  pen.textBaseline = "top";
  pen.fillText(text, x, y);
}

function drawLine(pen, { points, colour, width }) {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.lineCap = pen.lineJoin = "round";
  pen.beginPath();
  pen.moveTo(...points[0]);
  for (let i = 1; i < points.length - 1; i++) {
    const [[x, y], [nextX, nextY]] = [points[i], points[i + 1]];
    pen.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2);
  }
  pen.lineTo(...points[points.length - 1]);
  pen.stroke();
}
