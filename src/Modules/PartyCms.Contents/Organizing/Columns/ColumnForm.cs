using System.ComponentModel.DataAnnotations;

namespace PartyCms.Contents.Organizing.Columns;

/// <summary>What is typed about a column.</summary>
internal sealed class ColumnForm
{
    [Display(Name = "名称")]
    [Required]
    [StringLength(ContentColumnConfiguration.NameLength)]
    public string Name { get; set; } = "";

    [Display(Name = "网址名")]
    [StringLength(ContentColumnConfiguration.NameLength)]
    public string? Slug { get; set; }

    [Display(Name = "一句话介绍")]
    [StringLength(ContentColumnConfiguration.DescriptionLength)]
    public string? Description { get; set; }

    [Display(Name = "几天内至少更新一篇")]
    [Range(1, 3650, ErrorMessage = "请填写 1 到 3650 的天数。")]
    public int? FreshDays { get; set; }

    [Display(Name = "负责的组织")]
    public Guid? OwnerUnitId { get; set; }

    [Display(Name = "负责的角色")]
    public string? OwnerRole { get; set; }

    [Display(Name = "联系人")]
    [StringLength(ContentColumnConfiguration.ContactLength)]
    public string? Contact { get; set; }

    [Display(Name = "暂停提醒到")]
    [DataType(DataType.Date)]
    public DateOnly? PausedUntil { get; set; }

    [Display(Name = "暂停的原因")]
    [StringLength(ContentColumnConfiguration.DescriptionLength)]
    public string? PauseReason { get; set; }

    public static ColumnForm Of(ContentColumn column) => new()
    {
        Name = column.Name,
        Slug = column.Slug,
        Description = column.Description,
        FreshDays = column.FreshDays,
        OwnerUnitId = column.OwnerUnitId,
        OwnerRole = column.OwnerRole,
        Contact = column.Contact,
        PausedUntil = column.PausedUntil,
        PauseReason = column.PauseReason,
    };

    public void Apply(ContentColumn column)
    {
        column.Description = Description?.Trim() ?? "";
        column.FreshDays = FreshDays;
        column.OwnerUnitId = OwnerUnitId;
        column.OwnerRole = string.IsNullOrEmpty(OwnerRole) ? null : OwnerRole;
        column.Contact = Contact?.Trim() ?? "";
        column.PausedUntil = PausedUntil;
        column.PauseReason = PauseReason?.Trim() ?? "";
    }
}
