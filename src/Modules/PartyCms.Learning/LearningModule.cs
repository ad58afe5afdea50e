using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Modularity;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;
using PartyCms.Kernel.Web;
using PartyCms.Learning.Boards;
using PartyCms.Learning.CheckIns;
using PartyCms.Learning.Contracts;
using PartyCms.Learning.Courses;
using PartyCms.Learning.Demo;
using PartyCms.Learning.Lessons;
using PartyCms.Learning.Progress;
using PartyCms.Learning.Study;

namespace PartyCms.Learning;

/// <summary>
/// Daily lessons (每日党课) with a short quiz, courses, the record of study hours, check-ins (签到) that enter hours, the
/// voluntary learning board (学习达人榜), and the member's own pages.
/// </summary>
public sealed class LearningModule : CmsModule
{
    // Long enough to be bound by an invite code on the way; too short to be carried home.
    private static readonly TimeSpan SeenCodeLife = TimeSpan.FromMinutes(10);

    /// <inheritdoc />
    public override string Name => "Learning";

    /// <inheritdoc />
    public override IReadOnlyList<string> Dependencies => ["Accounts", "Organization"];

    /// <inheritdoc />
    public override IReadOnlyList<Permission> Permissions => LearningPermissions.All;

    /// <inheritdoc />
    public override IReadOnlyList<ContentType> ContentTypes =>
    [
        new(LessonParts.ContentType, "每日党课", "lessons", LearningPermissions.Edit, LearningPermissions.Publish, NeedsBranch: false),
        new(CourseParts.ContentType, "课程", "courses", LearningPermissions.Edit, LearningPermissions.Publish, NeedsBranch: false),
    ];

    /// <inheritdoc />
    public override IReadOnlyList<ContentPartDefinition> ContentParts => [LessonPartDefinition.Part, CoursePartDefinition.Part];

    /// <inheritdoc />
    public override IReadOnlyList<ProblemKind> Problems => LearningProblems.All;

    /// <inheritdoc />
    public override IReadOnlyList<AdminMenuItem> AdminMenu =>
    [
        new("学习", "每日党课", "/admin/content?type=DailyLesson", "book", LearningPermissions.Edit, 300),
        new("学习", "签到", "/admin/checkins", "qr-code-scan", LearningPermissions.HoldCheckIn, 290),
        new("学习", "课程", "/admin/content?type=Course", "journals", LearningPermissions.Edit, 310),
    ];

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<TodayLesson>();
        services.AddScoped(provider => new MemberStudy(
            provider.GetRequiredService<StudyLedger>(),
            provider.GetRequiredService<MemberProgress>(),
            provider.GetRequiredService<SiteTime>()));
        services.AddScoped<LessonShelf>();
        services.AddScoped<LessonSchedule>();
        services.AddContentHandler<LessonHandler>();
        services.AddContentHandler<CourseHandler>();
        services.AddScheduledJob<PublishLessonsOfTheDay>();
        services.AddScoped<IMicrositeSection, TodayLessonSection>();
        services.AddScoped<CurrentMember>();
        services.AddScoped<StudyLedger>();
        services.AddScoped<StudySessions>();
        services.AddScoped<OpenSession>();
        services.AddScoped<CompleteLesson>();
        services.AddScoped<FinishByForm>();
        services.AddScoped<OpenedMark>();
        services.AddScoped<PersonalData>();
        services.AddScheduledJob<ForgetSessions>();
        services.AddScoped<MemberProgress>();
        services.AddSingleton<CheckInKeys>();
        services.AddSealedCookie<SeenCode>("partycms-seen-code", SeenCodeLife);
        services.AddScoped<Gatherings>();
        services.AddScoped<OpenCheckIn>();
        services.AddScoped<EnterHours>();
        services.AddScoped<MarkPresent>();
        services.AddScoped<ConfirmPresent>();
        services.AddRateLimiter(CheckInLimit.Add);
        services.AddScoped<BoardSwitch>();
        services.AddScoped<LearningBoard>();
        services.AddScoped<BoardMembership>();
        services.AddScoped<BoardPages>();
        services.AddScoped<IMicrositeSection, BoardSection>();
        services.AddRecipeStep<DemoLessonsStep>();
        services.AddRecipeStep<DemoLearningStep>();
    }

    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        LessonEndpoints.Map(endpoints);
        StudyEndpoints.Map(endpoints);
        BoardEndpoints.Map(endpoints);
        CheckInEndpoints.Map(endpoints);
    }
}
