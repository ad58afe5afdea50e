using System.Text.Json.Nodes;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Recipes;
using PartyCms.Kernel.Time;
using PartyCms.Learning.Boards;
using PartyCms.Learning.Lessons;
using PartyCms.Learning.Study;
using PartyCms.Organization.Contracts;

namespace PartyCms.Learning.Demo;

/// <summary>
/// Step <c>demo-learning</c>: what about 150 invented members studied so far this year, and 90 of them on the board
/// under masked names. The same choices come out every time.
/// </summary>
internal sealed class DemoLearningStep(CmsDbContext db, BranchDirectory branches, MemberDirectory members, SiteTime time) : IRecipeStep
{
    private const int Members = 150;

    private const int Seed = 512;

    private static readonly string[] ThemeDays =
        ["消防演练和隐患自查", "交接班现场会", "结对走访", "读一份公开表", "志愿清河沿", "技能比武观摩"];

    public string Name => "demo-learning";

    public async Task RunAsync(JsonObject step, RecipeReport report, CancellationToken cancellationToken)
    {
        var random = new Random(Seed);
        var lessons = await db.Set<LessonRow>().AsNoTracking().OrderBy(row => row.Day).ToListAsync(cancellationToken);
        var number = 0;
        foreach (var branch in (await branches.ListAsync(cancellationToken)).Where(unit => unit.IsBranch))
        {
            var roster = await members.ListAsync(branch.Id, Members - number, cancellationToken);
            for (var place = 0; place < roster.Count; place++, number++)
            {
                // The first two of a roster are the personas that people try: they still have today before them.
                var isPersona = place < 2;
                db.AddRange(Lessons(roster[place], isPersona, lessons, random));
                db.AddRange(Meetings(roster[place], random));
                if (!isPersona && number % 5 < 3)
                {
                    db.Add(Consent(roster[place], random));
                }
            }

            if (number >= Members)
            {
                break;
            }
        }

        report.Apply($"Invented a year's study of {number} members.");
    }

    private List<StudyEntry> Lessons(MemberInfo member, bool isPersona, List<LessonRow> lessons, Random random)
    {
        var entries = new List<StudyEntry>();
        var diligence = 0.25 + (random.NextDouble() * 0.9);
        foreach (var lesson in lessons)
        {
            var studies = random.NextDouble() < diligence;
            var late = random.NextDouble() < 0.06;
            var at = time.At(lesson.Day.AddDays(late ? 1 : 0), new TimeOnly(6, 30)).AddMinutes(random.Next(16 * 60));
            if (studies && at < time.Now && !(isPersona && lesson.Day == time.Today))
            {
                var minutes = Math.Max(1, lesson.Minutes + random.Next(-1, 2));
                entries.Add(NewEntry(
                    member, StudyMode.DailyLesson, lesson.Title, lesson.ContentItemId, late ? 0 : 1, minutes, at, null));
            }
        }

        return entries;
    }

    private List<StudyEntry> Meetings(MemberInfo member, Random random)
    {
        var entries = new List<StudyEntry>();
        for (var month = 1; month <= time.Today.Month; month++)
        {
            var day = new DateOnly(time.Today.Year, month, 5 + ((month * 3) % 14));
            if (day < time.Today && day >= member.AffiliatedOn && random.NextDouble() < 0.85)
            {
                var (mode, title) = month % 3 == 0
                    ? (StudyMode.Lecture, "支部党课：把公开的事说明白")
                    : (StudyMode.ThemeDay, "主题党日：" + ThemeDays[month % ThemeDays.Length]);
                var minutes = mode == StudyMode.Lecture ? 90 : 120;
                var at = time.At(day, new TimeOnly(18, 0));
                entries.Add(NewEntry(member, mode, title, null, 0, minutes, at, "支部活动室，签到表由书记登记"));
            }
        }

        return entries;
    }

    private StudyEntry NewEntry(
        MemberInfo member, StudyMode mode, string title, string? contentItemId, int dayCount, int minutes, DateTimeOffset at, string? note)
    {
        var day = time.DayOf(at);
        return new StudyEntry
        {
            MemberId = member.Id,
            BranchId = member.BranchId,
            Mode = mode,
            Title = title,
            ContentItemId = contentItemId,
            Day = day,
            Year = day.Year,
            Minutes = minutes,
            DayCount = dayCount,
            RecordedUtc = at,
            Note = note,
        };
    }

    private BoardConsent Consent(MemberInfo member, Random random) => new()
    {
        MemberId = member.Id,
        Purpose = BoardPurpose.Platform,
        NameKind = BoardNameKind.Masked,
        DisplayName = BoardRules.Mask(member.Name),
        GivenUtc = time.Now.AddDays(-random.Next(30, 200)),
    };
}
