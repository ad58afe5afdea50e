using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator.Materials;

/// <summary>All files at WeChat: pictures of articles, permanent material, temporary media.</summary>
public sealed class MaterialStore
{
    /// <summary>Origin of the pictures that articles may show.</summary>
    public const string PictureOrigin = "http://mmbiz.qpic.cn";

    private static readonly TimeSpan TemporaryLife = TimeSpan.FromDays(3);

    private readonly SimulatorClock _clock;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Material> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Material> _byUrl = new(StringComparer.Ordinal);

    internal MaterialStore(SimulatorClock clock) => _clock = clock;

    /// <summary>Permanent material, the newest first.</summary>
    public IReadOnlyList<Material> Permanent => Select(material => material.MediaId.Length > 0 && material.ExpiresAt is null);

    /// <summary>The file behind an address of <see cref="PictureOrigin"/>, with either scheme.</summary>
    public Material? FindByUrl(string url)
    {
        lock (_gate)
        {
            return _byUrl.GetValueOrDefault(Key(url));
        }
    }

    /// <summary>A file that has not expired.</summary>
    public Material? Find(string mediaId)
    {
        lock (_gate)
        {
            return _byId.GetValueOrDefault(mediaId) is { } found && (found.ExpiresAt is null || found.ExpiresAt > _clock.GetUtcNow())
                ? found
                : null;
        }
    }

    internal Material AddPicture(string format, string fileName, byte[] content) =>
        Add(new Material("", "image", format, fileName, content, UrlFor(format), _clock.GetUtcNow()));

    internal Material AddPermanent(string type, string format, string fileName, byte[] content, string title, string introduction) =>
        Add(new Material(
            SimulatedIds.Word(64),
            type,
            format,
            fileName,
            content,
            type is "image" or "thumb" ? UrlFor(format) : "",
            _clock.GetUtcNow()) { Title = title, Introduction = introduction });

    internal Material AddTemporary(string type, string format, string fileName, byte[] content) =>
        Add(new Material(SimulatedIds.Word(64), type, format, fileName, content, "", _clock.GetUtcNow())
        {
            ExpiresAt = _clock.GetUtcNow() + TemporaryLife,
        });

    internal bool Remove(string mediaId)
    {
        lock (_gate)
        {
            return _byId.GetValueOrDefault(mediaId)?.ExpiresAt is null && _byId.Remove(mediaId);
        }
    }

    private static string UrlFor(string format) =>
        $"{PictureOrigin}/sz_mmbiz_{format}/{SimulatedIds.Word(43)}/0?wx_fmt={(format == "jpg" ? "jpeg" : format)}";

    private static string Key(string url)
    {
        var start = url.IndexOf("//", StringComparison.Ordinal);
        var query = url.IndexOf('?', StringComparison.Ordinal);
        return url[(start < 0 ? 0 : start)..(query < 0 ? url.Length : query)];
    }

    private Material Add(Material material)
    {
        lock (_gate)
        {
            if (material.MediaId.Length > 0)
            {
                _byId[material.MediaId] = material;
            }

            if (material.Url.Length > 0)
            {
                _byUrl[Key(material.Url)] = material;
            }

            return material;
        }
    }

    private List<Material> Select(Func<Material, bool> choose)
    {
        lock (_gate)
        {
            return [.. _byId.Values.Union(_byUrl.Values).Where(choose).OrderByDescending(material => material.UploadedAt)];
        }
    }
}
