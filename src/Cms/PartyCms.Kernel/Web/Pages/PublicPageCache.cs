using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace PartyCms.Kernel.Web;

/// <summary>
/// The public pages of this process, whole, by address and tag. It is our own because a cached page is the hottest path
/// of the site: the framework's output cache decodes and copies each entry and sits behind routing and sign-in, which
/// measured 0.33 to 0.50 of a bare server where the product wants 0.70 (docs/performance.md).
/// </summary>
public sealed class PublicPageCache(TimeProvider clock)
{
    private const long Capacity = 64 * 1024 * 1024;

    private readonly ConcurrentDictionary<PageKey, CachedPage> _pages = new();
    private readonly ConcurrentDictionary<PageKey, Task> _rendering = new();
    private readonly Dictionary<string, HashSet<PageKey>> _keysByTag = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private long _epoch;
    private long _size;

    /// <summary>
    /// Changes of public content so far. A page rendered across a change may show the old state and is not kept.
    /// </summary>
    internal long Epoch => Interlocked.Read(ref _epoch);

    /// <summary>Drops every page that carries one of the tags.</summary>
    internal void Evict(IEnumerable<string> tags)
    {
        Interlocked.Increment(ref _epoch);
        lock (_gate)
        {
            foreach (var tag in tags)
            {
                if (_keysByTag.Remove(tag, out var keys))
                {
                    foreach (var key in keys)
                    {
                        Remove(key);
                    }
                }
            }
        }
    }

    internal bool TryGet(in PageKey key, [NotNullWhen(true)] out CachedPage? page) =>
        _pages.TryGetValue(key, out page) && page.ExpiresUtc > clock.GetUtcNow();

    internal void Store(in PageKey key, CachedPage page, long epochBefore)
    {
        lock (_gate)
        {
            if (epochBefore != Epoch)
            {
                return;
            }

            Remove(key);
            MakeRoom(page.Size);
            _pages[key] = page;
            _size += page.Size;
            foreach (var tag in page.Tags)
            {
                if (!_keysByTag.TryGetValue(tag, out var keys))
                {
                    _keysByTag.Add(tag, keys = []);
                }

                keys.Add(key);
            }
        }
    }

    /// <summary>
    /// Lets one request render a page while others that want the same wait for it, so that a burst on a fresh page costs
    /// one rendering. Returns null to the one who renders; the others await the task and look again.
    /// </summary>
    internal Task? Join(in PageKey key, TaskCompletionSource rendering)
    {
        var task = _rendering.GetOrAdd(key, rendering.Task);
        return ReferenceEquals(task, rendering.Task) ? null : task;
    }

    internal void Leave(in PageKey key, TaskCompletionSource rendering)
    {
        _rendering.TryRemove(key, out _);
        rendering.SetResult();
    }

    // Oldest first is near enough: what is wanted is rendered again at once, and the cap is far above a site's pages.
    private void MakeRoom(int wanted)
    {
        if (_size + wanted <= Capacity)
        {
            return;
        }

        foreach (var key in _pages.OrderBy(entry => entry.Value.ExpiresUtc).Take(Math.Max(1, _pages.Count / 4)).Select(entry => entry.Key).ToList())
        {
            Remove(key);
        }
    }

    private void Remove(in PageKey key)
    {
        if (!_pages.TryRemove(key, out var page))
        {
            return;
        }

        _size -= page.Size;
        foreach (var tag in page.Tags)
        {
            if (_keysByTag.TryGetValue(tag, out var keys) && keys.Remove(key) && keys.Count == 0)
            {
                _keysByTag.Remove(tag);
            }
        }
    }
}
