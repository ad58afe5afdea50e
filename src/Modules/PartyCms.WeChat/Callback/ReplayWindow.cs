using System.Globalization;

namespace PartyCms.WeChat.Callback;

/// <summary>How far the time at which a push was signed may be from now; zero admits any.</summary>
internal sealed class ReplayWindow(TimeSpan length)
{
    /// <param name="timestamp">As it was signed, in seconds since 1970.</param>
    /// <param name="now">The present instant.</param>
    public bool Admits(string? timestamp, DateTimeOffset now) =>
        length == TimeSpan.Zero
        || (long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && Math.Abs((decimal)now.ToUnixTimeSeconds() - seconds) <= (decimal)length.TotalSeconds);
}
