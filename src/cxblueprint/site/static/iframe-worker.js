// A browser starts no worker for a page that was opened from a folder, and Material searches in one.
// There, this runs the worker's script in a hidden frame instead. Material's plugin `offline` would fetch
// such a script from a foreign server, unless one of this name is there.
if (location.protocol === "file:") window.Worker = class extends EventTarget {
  constructor(address) {
    super();
    var outside = this, home = new URL(address, location.href), frame = document.createElement("iframe");
    function load(url) {
      return new Promise(function (loaded, failed) {
        var script = frame.contentDocument.createElement("script");
        script.src = new URL(url, home).href;
        script.onload = loaded;
        script.onerror = failed;
        frame.contentDocument.body.appendChild(script);
      });
    }
    frame.hidden = true;
    frame.srcdoc = "<body></body>";
    var ready = new Promise(function (opened) { frame.onload = opened; }).then(function () {
      frame.contentWindow.importScripts = function (...urls) {
        return urls.reduce(function (before, url) { return before.then(function () { return load(url); }); }, Promise.resolve());
      };
      frame.contentWindow.postMessage = function (data) { outside.dispatchEvent(new MessageEvent("message", { data: data })); };
      return load(home);
    });
    this.postMessage = function (data) {
      ready.then(function () { frame.contentWindow.dispatchEvent(new MessageEvent("message", { data: data })); });
    };
    this.terminate = function () { frame.remove(); };
    document.body.appendChild(frame);
  }
};
