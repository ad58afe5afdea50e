namespace PartyCms.Learning.Study;

/// <summary>By which means somebody studied (学习方式).</summary>
internal enum StudyMode
{
    /// <summary>每日党课, read on the site.</summary>
    DailyLesson,

    /// <summary>党课 with attendance.</summary>
    Lecture,

    /// <summary>主题党日.</summary>
    ThemeDay,

    /// <summary>集中培训.</summary>
    Training,
}

internal static class StudyModes
{
    public static string DisplayName(this StudyMode mode) => mode switch
    {
        StudyMode.DailyLesson => "每日党课",
        StudyMode.Lecture => "党课",
        StudyMode.ThemeDay => "主题党日",
        StudyMode.Training => "集中培训",
    };
}
