using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.WeChat.Delivery;

/// <summary>One article of an issue: which text of ours, and the words it carries at WeChat.</summary>
internal sealed class IssueArticle
{
    public required Guid Id { get; init; }

    public required Guid IssueId { get; init; }

    /// <summary>From 0; 0 is 头条.</summary>
    public int Place { get; set; }

    public required string ContentItemId { get; init; }

    /// <summary>The version that goes or went to WeChat.</summary>
    public required string ContentItemVersionId { get; set; }

    /// <summary>At WeChat, where it may be shorter than on our site.</summary>
    public required string Title { get; set; }

    public string Author { get; set; } = "";

    public string Digest { get; set; } = "";

    /// <summary>Absolute address on our site, without mark.</summary>
    public required string Page { get; set; }

    /// <summary>Whether it is one for which WeChat refused the issue, until the draft is brought up to date.</summary>
    public bool IsRefused { get; set; }

    /// <summary>Address at WeChat once it is out.</summary>
    public string? Url { get; set; }

    /// <summary>
    /// The content item as long as the issue is not over; unique, so that no article is in two issues at once, whoever
    /// presses what at the same moment.
    /// </summary>
    public string? ActiveKey { get; set; }
}

internal sealed class IssueArticleConfiguration : IEntityTypeConfiguration<IssueArticle>
{
    public const int TextLength = 400;

    public const int AddressLength = 1000;

    public void Configure(EntityTypeBuilder<IssueArticle> builder)
    {
        builder.ToTable("wechat_issue_articles");
        builder.Property(article => article.Id).ValueGeneratedNever();
        builder.Property(article => article.ContentItemId).HasMaxLength(64);
        builder.Property(article => article.ContentItemVersionId).HasMaxLength(64);
        builder.Property(article => article.Title).HasMaxLength(TextLength);
        builder.Property(article => article.Author).HasMaxLength(TextLength);
        builder.Property(article => article.Digest).HasMaxLength(AddressLength);
        builder.Property(article => article.Page).HasMaxLength(2000);
        builder.Property(article => article.Url).HasMaxLength(AddressLength);
        builder.Property(article => article.ActiveKey).HasMaxLength(64);
        builder.HasIndex(article => article.ActiveKey).IsUnique();
        builder.HasIndex(article => article.ContentItemId);
    }
}
