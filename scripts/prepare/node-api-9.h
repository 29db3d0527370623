/*
 * Force-included before every source of better-sqlite3, so that it builds for Node-API 9
 * (Electron 33, Node 20) although its build file asks for version 10.
 *
 * All it takes from version 10 are references to what may not be an object: its strings (parameter
 * names, property keys) and the running value of an aggregate. Version 9 can refer to objects only,
 * so such a value is put into one, and the reference holds that.
 */
#pragma once

#undef NAPI_VERSION
#define NAPI_VERSION 9

#include <napi.h>

namespace Napi {

template <typename T>
class BoxReference {
 public:
  BoxReference() = default;
  explicit BoxReference(const T& value) {
    Object box = Object::New(value.Env());
    box.Set(kKey, value);
    box_ = ObjectReference::New(box, 1);
  }

  T Value() const { return box_.IsEmpty() ? T() : box_.Value().Get(kKey).template As<T>(); }
  Napi::Env Env() const { return box_.Env(); }
  bool IsEmpty() const { return box_.IsEmpty(); }
  void Reset() { box_.Reset(); }
  void SuppressDestruct() { box_.SuppressDestruct(); }

 private:
  static constexpr const char* kKey = "value";
  ObjectReference box_;
};

#define EARSHOT_BOXED(T)                                              \
  template <>                                                         \
  class Reference<T> : public BoxReference<T> {                       \
   public:                                                            \
    using BoxReference<T>::BoxReference;                              \
    using BoxReference<T>::Reset;                                     \
    static Reference New(const T& value, uint32_t = 0) {              \
      return Reference(value);                                        \
    }                                                                 \
    void Reset(const T& value, uint32_t = 0) { *this = New(value); }  \
  };

EARSHOT_BOXED(Napi::String)
EARSHOT_BOXED(Napi::Value)

#undef EARSHOT_BOXED

}  // namespace Napi
