namespace PartyCms.Kernel.Web;

/// <summary>
/// Counts the changes of public content in this process. A page rendered across a change may show the old state and
/// is therefore not kept.
/// </summary>
public sealed class PublicCacheEpoch
{
    private long _current;

    /// <summary>Changes so far.</summary>
    public long Current => Interlocked.Read(ref _current);

    internal void Advance() => Interlocked.Increment(ref _current);
}
