using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace PartyCms.Web.Pipeline;

/// <summary>Lets forms speak Chinese without a message on each property.</summary>
internal sealed class ChineseValidationMessages : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (attribute.ErrorMessage is not null || attribute.ErrorMessageResourceName is not null)
            {
                continue;
            }

            attribute.ErrorMessage = attribute switch
            {
                RequiredAttribute => "请填写{0}。",
                StringLengthAttribute { MinimumLength: > 0 } => "{0}需要 {2} 到 {1} 个字。",
                StringLengthAttribute => "{0}最多 {1} 个字。",
                MaxLengthAttribute => "{0}最多 {1} 个字。",
                RangeAttribute => "{0}应在 {1} 到 {2} 之间。",
                EmailAddressAttribute => "{0}不是有效的邮箱地址。",
                CompareAttribute => "两次填写的{0}不一致。",
                _ => "{0}的格式不对，请检查。",
            };
        }
    }
}
