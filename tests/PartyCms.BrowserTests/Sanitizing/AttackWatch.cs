using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace PartyCms.BrowserTests.Sanitizing;

/// <summary>
/// Sees what a page does that a text must never do: run a script, open something, or load anything but its own pictures
/// and players.
/// </summary>
internal sealed class AttackWatch
{
    private const string Mark = "[ran]";

    /// <summary>Whatever an attack calls writes a line to the console instead, from every frame.</summary>
    private const string Trap = $$"""
        for (const name of ["alert", "confirm", "prompt", "print", "open", "msgbox", "postMessage"]) {
          window[name] = () => { console.log("{{Mark}} " + name); };
        }
        """;

    /// <summary>
    /// Sends every element the events that attacks wait for, waits for its pictures, and lists what must not be there.
    /// </summary>
    private const string Provoke = """
        async (root) => {
          const within = () => [...document.querySelectorAll(root + " *")];
          const events = ["click", "dblclick", "mouseover", "mouseenter", "pointerenter", "pointerover", "focus", "focusin", "blur",
            "input", "change", "submit", "toggle", "beforetoggle", "load", "error", "animationstart", "animationend", "wheel", "scroll",
            "begin", "start", "paste", "copy", "keydown", "play", "canplay", "loadstart", "resize", "selectstart", "command"];
          for (const element of within()) {
            for (const name of events) {
              const event = new Event(name, { bubbles: false, cancelable: true });
              element.addEventListener(name, (seen) => seen.preventDefault(), { once: true });
              element.dispatchEvent(event);
            }
          }

          await Promise.all([...document.images].map((image) => image.complete || new Promise((done) => {
            image.addEventListener("load", done);
            image.addEventListener("error", done);
          })));
          const active = ["SCRIPT", "STYLE", "IFRAME", "FRAME", "OBJECT", "EMBED", "LINK", "META", "BASE", "FORM", "INPUT", "BUTTON",
            "TEXTAREA", "SELECT", "TEMPLATE", "NOSCRIPT", "SVG", "MATH", "PORTAL", "APPLET", "DIALOG"];
          const faults = [];
          for (const element of within()) {
            if (active.includes(element.nodeName.toUpperCase()) || element.namespaceURI !== "http://www.w3.org/1999/xhtml") {
              faults.push("<" + element.nodeName + ">");
            }
            for (const attribute of element.attributes) {
              if (/^on|^style$|^id$|^name$|^srcset$|^form|^srcdoc$|^is$|^slot$/i.test(attribute.name)) {
                faults.push(attribute.name + "=" + attribute.value);
              }
            }
            if (element.nodeName === "A" && !["http:", "https:", "mailto:", "tel:"].includes(element.protocol)) {
              faults.push("link " + element.getAttribute("href"));
            }
          }

          return faults;
        }
        """;

    private const string OwnLoads = """
        (root) => [...document.querySelectorAll(["img", "audio", "video", "source"].map((name) => `${root} ${name}`).join())]
          .flatMap((element) => [element.src, element.currentSrc, element.poster]).filter(Boolean).map((url) => url.split("#")[0])
        """;

    private readonly IPage _page;
    private readonly ConcurrentQueue<string> _ran = new();
    private readonly ConcurrentQueue<IRequest> _requests = new();

    private AttackWatch(IPage page)
    {
        _page = page;
        page.Console += (_, message) =>
        {
            if (message.Text.StartsWith(Mark, StringComparison.Ordinal))
            {
                _ran.Enqueue(message.Text);
            }
        };
        page.Dialog += async (_, dialog) =>
        {
            _ran.Enqueue(dialog.Message);
            await dialog.DismissAsync();
        };
        page.Popup += (_, _) => _ran.Enqueue("a window was opened");
        page.Request += (_, request) => _requests.Enqueue(request);
    }

    public static async Task<AttackWatch> OnAsync(IPage page)
    {
        await page.AddInitScriptAsync(Trap);
        return new AttackWatch(page);
    }

    /// <summary>What has run since the last look.</summary>
    public string[] TakeRun()
    {
        var ran = _ran.ToArray();
        _ran.Clear();
        return ran;
    }

    /// <summary>Everything wrong with what stands in an element, after it was provoked.</summary>
    /// <param name="root">Selector of the element.</param>
    /// <param name="home">Address of the page itself, whose loading is no fault.</param>
    public async Task<IReadOnlyList<string>> FaultsAsync(string root, string home)
    {
        var faults = await _page.EvaluateAsync<string[]>(Provoke, root);
        var own = (await _page.EvaluateAsync<string[]>(OwnLoads, root)).ToHashSet(StringComparer.Ordinal);

        // What stood there before may still have been loading when the page was left; it was judged then.
        var requests = _requests.ToArray();
        var arrival = Array.FindIndex(
            requests, request => request.IsNavigationRequest && request.Url.StartsWith(home, StringComparison.Ordinal));
        var strange = requests[(arrival + 1)..]
            .Where(request => !own.Contains(request.Url) && !request.Url.StartsWith(home, StringComparison.Ordinal))
            .Select(request => $"{request.ResourceType} {request.Url}").ToArray();
        _requests.Clear();
        return [.. TakeRun(), .. faults, .. strange];
    }
}
