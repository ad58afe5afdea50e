using System.Text;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyCms.WeChat.Client;
using PartyCms.WeChat.Client.Menus;

namespace PartyCms.WeChat.Console.Menus;

/// <summary>A menu as it is being written, beside what followers see.</summary>
internal sealed class StoredMenu
{
    public required Guid Id { get; init; }

    public required string AppId { get; init; }

    /// <summary>What the staff calls it.</summary>
    public required string Name { get; set; }

    /// <summary>Only for followers with this tag; null for all.</summary>
    public int? TagId { get; set; }

    /// <summary>Only on 1 iOS, 2 Android or 3 other; null for all.</summary>
    public int? Platform { get; set; }

    /// <summary>Whether it is the one for everybody for whom there is no other; each account has one.</summary>
    public bool IsDefault { get; init; }

    /// <summary>The buttons as JSON of WeChat's.</summary>
    public string Draft { get; private set; } = "";

    /// <summary>The buttons that were given to WeChat; null before.</summary>
    public string? Published { get; private set; }

    public DateTimeOffset? PublishedUtc { get; private set; }

    public DateTimeOffset ChangedUtc { get; private set; }

    public bool HasChanges => Draft != Published;

    public IReadOnlyList<MenuButton> Buttons =>
        Draft.Length == 0 ? [] : WeChatJson.Read<Menu>(Encoding.UTF8.GetBytes(Draft))?.Buttons ?? [];

    /// <summary>For whom it is; null for the one for everybody.</summary>
    public MenuRule? Rule => IsDefault
        ? null
        : new MenuRule
        {
            TagId = TagId?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ClientPlatformType = Platform?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };

    public void Change(IReadOnlyList<MenuButton> buttons, DateTimeOffset now)
    {
        Draft = Encoding.UTF8.GetString(WeChatJson.Write(new Menu { Buttons = buttons }));
        ChangedUtc = now;
    }

    public void MarkPublished(DateTimeOffset now) => (Published, PublishedUtc) = (Draft, now);
}

internal sealed class StoredMenuConfiguration : IEntityTypeConfiguration<StoredMenu>
{
    public const int NameLength = 30;

    public void Configure(EntityTypeBuilder<StoredMenu> builder)
    {
        builder.ToTable("wechat_menus");
        builder.Property(menu => menu.AppId).HasMaxLength(64);
        builder.Property(menu => menu.Name).HasMaxLength(NameLength);
        builder.HasIndex(menu => menu.AppId);
        builder.Ignore(menu => menu.Buttons);
        builder.Ignore(menu => menu.Rule);
    }
}
