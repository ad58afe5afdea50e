// Builds elements: el("a", { href, class: "x", onclick }, "text", child, …). Text is never read as HTML.
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) {
      element.addEventListener(key.slice(2), value);
    } else if (value === true) {
      element.setAttribute(key, "");
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(key, value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

// Runs draw only when what it draws has changed, so that focus, selection and scrolling survive.
export function whenChanged(draw) {
  let last;
  return (value) => {
    const now = JSON.stringify(value);
    if (now !== last) {
      last = now;
      draw(value);
    }
  };
}

// A picture that WeChat keeps is shown from here; any other comes from where it is.
export function pictureSource(url) {
  return /^(https?:)?\/\/mmbiz\./.test(url) ? `/picture?url=${encodeURIComponent(url)}` : url;
}

export function clock(instant) {
  return new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", hour: "2-digit", minute: "2-digit" }).format(new Date(instant));
}

export function day(instant) {
  return new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", dateStyle: "medium", timeStyle: "medium" }).format(new Date(instant));
}
