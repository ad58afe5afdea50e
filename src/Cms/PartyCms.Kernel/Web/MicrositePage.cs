namespace PartyCms.Kernel.Web;

/// <summary>The sections of a home or branch page; on wide screens the later ones stand in a second column.</summary>
/// <param name="Main">Sections of positions below 400.</param>
/// <param name="Side">The rest.</param>
public sealed record MicrositePage(IReadOnlyList<MicrositeSection> Main, IReadOnlyList<MicrositeSection> Side)
{
    private const int SideBegins = 400;

    /// <summary>A page without sections.</summary>
    public static MicrositePage Empty { get; } = new([], []);

    /// <summary>The columns that hold something.</summary>
    public IEnumerable<IReadOnlyList<MicrositeSection>> Columns => new[] { Main, Side }.Where(column => column.Count > 0);

    /// <summary>Asks each section, in order of position, what it shows on a page.</summary>
    /// <param name="sections">The sections of all modules.</param>
    /// <param name="orgUnitId">The branch whose page it is; null for the home page.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<MicrositePage> ReadAsync(
        IEnumerable<IMicrositeSection> sections, Guid? orgUnitId, CancellationToken cancellationToken)
    {
        var main = new List<MicrositeSection>();
        var side = new List<MicrositeSection>();
        foreach (var section in sections.OrderBy(section => section.Position))
        {
            if (await section.GetAsync(orgUnitId, cancellationToken) is { } found)
            {
                (section.Position < SideBegins ? main : side).Add(found);
            }
        }

        return new MicrositePage(main, side);
    }
}
