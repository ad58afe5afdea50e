namespace PartyCms.Media.Folders;

/// <summary>What became of an act on a folder.</summary>
internal enum FolderVerdict
{
    Done,

    /// <summary>The name is empty, too long, or holds a reserved character.</summary>
    BadName,

    /// <summary>Another folder there has the name.</summary>
    Taken,

    /// <summary>It would stand deeper than <see cref="FolderName.MostDepth" />, or inside itself.</summary>
    BadPlace,

    /// <summary>The unit has <see cref="CreateFolder.Most" /> folders.</summary>
    TooMany,

    /// <summary>Files or folders are in it.</summary>
    NotEmpty,

    /// <summary>Somebody changed it, or one around it, at the same moment.</summary>
    Conflict,
}

/// <summary>What became of an act on a folder, and the folder.</summary>
internal sealed record FolderOutcome(FolderVerdict Verdict, MediaFolder? Folder = null)
{
    /// <summary>What to tell the person; empty when it is done.</summary>
    public string Remedy => Verdict switch
    {
        FolderVerdict.Done => "",
        FolderVerdict.BadName => $"文件夹名要有 1 到 {FolderName.Longest} 个字，不能有 / \\ : * ? \" < > | # % 这些符号。",
        FolderVerdict.Taken => "这里已经有同名的文件夹，请换一个名字。",
        FolderVerdict.BadPlace => $"文件夹最多 {FolderName.MostDepth} 层，也不能移进它自己里面。请另选一个位置。",
        FolderVerdict.TooMany => $"文件夹已有 {CreateFolder.Most} 个，请先删除用不着的。",
        FolderVerdict.NotEmpty => "文件夹里还有东西，请先移走或删除里面的文件和文件夹。",
        FolderVerdict.Conflict => "刚才有人也在改这个文件夹，请再试一次。",
    };
}
