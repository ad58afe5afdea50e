using PartyCms.Kernel.Settings;

namespace PartyCms.Learning.Boards;

/// <summary>How far the learning board reaches.</summary>
internal enum BoardScope
{
    /// <summary>There is none; nothing of it is shown anywhere.</summary>
    Off,

    /// <summary>Members see the board of their own branch.</summary>
    Branch,

    /// <summary>Besides, everybody sees the board of those who agreed to that.</summary>
    Platform,
}

/// <summary>The site's switch of the board.</summary>
internal sealed class BoardSwitch(SiteSettings settings)
{
    /// <summary>Name of the setting.</summary>
    public const string Setting = "board.scope";

    /// <summary>What is set; a site that says nothing has no board.</summary>
    public async Task<BoardScope> GetAsync(CancellationToken cancellationToken) =>
        Enum.TryParse<BoardScope>(await settings.GetAsync(Setting, cancellationToken), ignoreCase: true, out var scope)
            ? scope
            : BoardScope.Off;
}
