using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;
using PartyCms.Learning.Study;
using PartyCms.Organization.Contracts;

namespace PartyCms.Learning.Pages.Me;

/// <summary>The member's study record book (培训记录本) of one year: every line of the ledger with its evidence.</summary>
[Authorize]
[ResponseCache(NoStore = true)]
internal sealed class RecordModel(
    CurrentMember current, StudyLedger ledger, BranchDirectory branches, Caller caller, SiteTime time) : PageModel
{
    public string AccountName => caller.Name;

    public MemberInfo? Member { get; private set; }

    public string BranchName { get; private set; } = "";

    public int Year { get; private set; }

    public IReadOnlyList<int> Years { get; private set; } = [];

    public IReadOnlyList<StudyEntry> Entries { get; private set; } = [];

    public decimal Hours => StudyTime.Hours(Entries.Select(entry => entry.Minutes), HoursMode.Accumulate);

    public string Evidence(StudyEntry entry) =>
        entry.ReversesId is not null
            ? "冲正：" + entry.Note
            : entry.Note
                ?? string.Create(
                    CultureInfo.InvariantCulture,
                    $"本站 {time.ToLocal(entry.RecordedUtc):HH:mm} 记录{(entry.Quiz is { } quiz ? $"，答对 {quiz.Right}/{quiz.Total}" : "")}");

    public async Task OnGetAsync(int? year, CancellationToken cancellationToken)
    {
        Year = year is >= 2000 and <= 9999 ? year.Value : time.Today.Year;
        Member = await current.FindAsync(cancellationToken);
        if (Member is not null)
        {
            BranchName = await branches.NameOfAsync(Member.BranchId, cancellationToken);
            Years = await ledger.YearsAsync(Member.Id, cancellationToken);
            Entries = await ledger.ListAsync(Member.Id, Year, cancellationToken);
        }
    }
}
