namespace PartyCms.Contents.Defining;

/// <summary>How a setting is asked for and stored.</summary>
internal enum SettingKind
{
    /// <summary>A line of text.</summary>
    Text,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>A number.</summary>
    Number,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>A list of words, one a line.</summary>
    Lines,

    /// <summary>Answers with their values, one a line: 名称=值.</summary>
    Options,

    /// <summary>Names of content types.</summary>
    Types,

    /// <summary>Id of a taxonomy.</summary>
    Taxonomy,
}
