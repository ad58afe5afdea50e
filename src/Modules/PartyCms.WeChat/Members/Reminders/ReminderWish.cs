using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.WeChat.Members.Reminders;

/// <summary>A member's wish to be reminded of the lesson once a day; none by default.</summary>
internal sealed class ReminderWish
{
    public required Guid MemberId { get; init; }

    public required ReminderSlot Slot { get; set; }

    /// <summary>The last day that was decided: reminded, or not since there was nothing to remind of.</summary>
    public DateOnly? DecidedOn { get; set; }
}

/// <summary>The three times of day at which people find half an hour (S4-13).</summary>
internal enum ReminderSlot
{
    /// <summary>Before work.</summary>
    [Display(Name = "上班前（7:30）")]
    Morning,

    /// <summary>After work.</summary>
    [Display(Name = "下班后（18:00）")]
    AfterWork,

    /// <summary>In the evening.</summary>
    [Display(Name = "晚上（20:30）")]
    Evening,
}

internal sealed class ReminderWishConfiguration : IEntityTypeConfiguration<ReminderWish>
{
    public void Configure(EntityTypeBuilder<ReminderWish> builder)
    {
        builder.ToTable("wechat_reminder_wishes");
        builder.HasKey(wish => wish.MemberId);
        builder.Property(wish => wish.MemberId).ValueGeneratedNever();
        builder.HasIndex(wish => wish.DecidedOn);
    }
}
