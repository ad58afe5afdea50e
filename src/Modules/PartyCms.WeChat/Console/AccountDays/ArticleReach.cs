using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.WeChat.Console.AccountDays;

/// <summary>How far one mass-sent article came, as WeChat counted it last.</summary>
internal sealed class ArticleReach
{
    public required string AppId { get; init; }

    /// <summary>WeChat's id of the article in its message.</summary>
    public required string MessageId { get; init; }

    /// <summary>The day of Shanghai on which it was sent.</summary>
    public required DateOnly SentOn { get; init; }

    public required string Title { get; set; }

    /// <summary>People it was sent to.</summary>
    public int Recipients { get; set; }

    /// <summary>People who read it.</summary>
    public int Readers { get; set; }

    /// <summary>How often it was read.</summary>
    public int Reads { get; set; }

    /// <summary>People who passed it on.</summary>
    public int Sharers { get; set; }
}

internal sealed class ArticleReachConfiguration : IEntityTypeConfiguration<ArticleReach>
{
    public const int MessageIdLength = 64;

    public const int TitleLength = 200;

    public void Configure(EntityTypeBuilder<ArticleReach> builder)
    {
        builder.ToTable("wechat_article_reach");
        builder.HasKey(row => new { row.AppId, row.MessageId });
        builder.Property(row => row.AppId).HasMaxLength(64);
        builder.Property(row => row.MessageId).HasMaxLength(MessageIdLength);
        builder.Property(row => row.Title).HasMaxLength(TitleLength);
        builder.HasIndex(row => new { row.AppId, row.SentOn });
    }
}
