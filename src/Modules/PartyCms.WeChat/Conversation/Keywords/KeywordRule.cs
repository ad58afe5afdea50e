using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.WeChat.Conversation.Keywords;

/// <summary>A word that an administrator gave an answer of its own. It goes before the words the site knows by itself.</summary>
internal sealed class KeywordRule
{
    public required Guid Id { get; init; }

    /// <summary>As people type it; compared by <see cref="Keyword.From"/>.</summary>
    public required string Word { get; set; }

    public required KeywordMatch Match { get; set; }

    public required KeywordAnswer Answer { get; set; }

    /// <summary>What a text answer says; of a news answer, the line under the title.</summary>
    public string Text { get; set; } = "";

    /// <summary>Title of a news answer.</summary>
    public string Title { get; set; } = "";

    /// <summary>Where a news answer leads: a page of this site, or an https address.</summary>
    public string Link { get; set; } = "";

    /// <summary>Picture of a news answer: a file of this site, an https address, or empty.</summary>
    public string Picture { get; set; } = "";

    /// <summary>The first that fits answers.</summary>
    public int Position { get; set; }

    public bool IsOn { get; set; } = true;

    /// <summary>Whether a text, already through <see cref="Keyword.From"/>, asks for this answer.</summary>
    public bool Fits(string asked) => IsOn && Keyword.From(Word) is { Length: > 0 } word && (Match == KeywordMatch.Exact
        ? asked == word
        : asked.Contains(word, StringComparison.Ordinal));
}

/// <summary>How a text is compared with a word.</summary>
internal enum KeywordMatch
{
    /// <summary>The text is the word and nothing else.</summary>
    [Display(Name = "完全一样")]
    Exact,

    /// <summary>The word stands anywhere in the text.</summary>
    [Display(Name = "包含这个词")]
    Contains,
}

/// <summary>In which form a word is answered.</summary>
internal enum KeywordAnswer
{
    /// <summary>A text, which may hold links.</summary>
    [Display(Name = "文字")]
    Text,

    /// <summary>A card with title, text and picture that leads to a page.</summary>
    [Display(Name = "图文")]
    News,
}

internal sealed class KeywordRuleConfiguration : IEntityTypeConfiguration<KeywordRule>
{
    public const int WordLength = 30;

    public const int TextLength = 600;

    public const int TitleLength = 64;

    public const int AddressLength = 500;

    public void Configure(EntityTypeBuilder<KeywordRule> builder)
    {
        builder.ToTable("wechat_keywords");
        builder.Property(rule => rule.Id).ValueGeneratedNever();
        builder.Property(rule => rule.Word).HasMaxLength(WordLength);
        builder.Property(rule => rule.Text).HasMaxLength(TextLength);
        builder.Property(rule => rule.Title).HasMaxLength(TitleLength);
        builder.Property(rule => rule.Link).HasMaxLength(AddressLength);
        builder.Property(rule => rule.Picture).HasMaxLength(AddressLength);
        builder.HasIndex(rule => rule.Position);
    }
}
